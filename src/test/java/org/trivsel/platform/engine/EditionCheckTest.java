package org.trivsel.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A broken file stops the start and is named with its element and the reason. */
class EditionCheckTest {

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="talk" isExecutable="true">
                <startEvent id="StartEvent_1"/>
                <userTask id="UserTask_Talk" camunda:formRef="%s" camunda:formRefBinding="deployment"/>
                <callActivity id="CallActivity_Next" calledElement="%s"/>
              </process>
            </definitions>""";

    private final Map<String, byte[]> files = new TreeMap<>();

    @Test
    void acceptsAModelWhoseFormsAndProcessesExist() {
        put("bpmn/talk.bpmn", MODEL.formatted("talk", "talk"));
        put("forms/talk.form", "{\"id\":\"talk\",\"components\":[]}");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void namesTheTaskWhoseFormIsMissing() {
        put("bpmn/talk.bpmn", MODEL.formatted("listen", "talk"));
        assertThatThrownBy(this::check)
                .isInstanceOf(BrokenEdition.class)
                .hasMessageContaining("bpmn/talk.bpmn, UserTask_Talk: uses the form \"listen\"");
    }

    @Test
    void namesTheCallToAProcessThatIsNotThere() {
        put("bpmn/talk.bpmn", MODEL.formatted("talk", "nowhere"));
        put("forms/talk.form", "{\"id\":\"talk\",\"components\":[]}");
        assertThatThrownBy(this::check).hasMessageContaining("CallActivity_Next: calls the process \"nowhere\"");
    }

    @Test
    void namesTheLineOfAFormThatIsNoJson() {
        put("forms/talk.form", "{\"id\":\"talk\",\n\"components\":[}");
        assertThatThrownBy(this::check).hasMessageContaining("forms/talk.form, line 2:");
    }

    @Test
    void namesAFormThatCallsItselfOtherwise() {
        put("forms/talk.form", "{\"id\":\"listen\",\"components\":[]}");
        assertThatThrownBy(this::check).hasMessageContaining("forms/talk.form, id: the form calls itself \"listen\"");
    }

    @Test
    void namesAModelThatIsNoXml() {
        put("bpmn/talk.bpmn", "<definitions");
        assertThatThrownBy(this::check).hasMessageContaining("bpmn/talk.bpmn, the file:");
    }

    @Test
    void namesTheGateThatDoesNotExist() {
        put(
                "bpmn/talk.bpmn",
                MODEL.formatted("talk", "talk")
                        .replace(
                                """
                camunda:formRefBinding="deployment"/>""",
                                """
                camunda:formRefBinding="deployment"><extensionElements><camunda:properties>
                <camunda:property name="gate" value="G1 G33"/></camunda:properties></extensionElements></userTask>"""));
        put("forms/talk.form", "{\"id\":\"talk\",\"components\":[]}");
        assertThatThrownBy(this::check).hasMessageContaining("UserTask_Talk: names the gate \"G33\"; there are G1, G2");
        assertThat(EditionCheck.namesOnly(files, Set.of("G1", "G2")))
                .as("an edition that is deployed already is read again where this Trivsel has no such gate")
                .isFalse();
        assertThat(EditionCheck.namesOnly(files, Set.of("G1", "G33"))).isTrue();
    }

    @Test
    void namesTheDeadlineThatStandsInNoTable() {
        put(
                "bpmn/talk.bpmn",
                MODEL.formatted("talk", "talk")
                        .replace(
                                """
                camunda:formRefBinding="deployment"/>""",
                                """
                camunda:formRefBinding="deployment" camunda:dueDate="${deadlines.due('T-NOPE', caseRef)}"/>"""));
        put("forms/talk.form", "{\"id\":\"talk\",\"components\":[]}");
        assertThatThrownBy(this::check).hasMessageContaining("bpmn/talk.bpmn, deadlines: names \"T-NOPE\"");
    }

    @Test
    void namesEverythingAtOnce() {
        put("bpmn/talk.bpmn", MODEL.formatted("listen", "nowhere"));
        assertThatThrownBy(this::check).hasMessageContaining("UserTask_Talk").hasMessageContaining("CallActivity_Next");
    }

    @Test
    void theStartSaysItWithoutAStackTrace() {
        put("forms/talk.form", "{");
        try {
            check();
        } catch (BrokenEdition broken) {
            var analysis = new BrokenEditionAnalyzer().analyze(new RuntimeException(broken), broken);
            assertThat(analysis.getDescription()).contains("forms/talk.form");
            assertThat(analysis.getAction()).contains("docs/modelling.md");
            return;
        }
        throw new AssertionError("a broken form was accepted");
    }

    private void put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void check() {
        EditionCheck.check(files, new ObjectMapper(), new TreeSet<>(Set.of("G1", "G2")));
    }
}
