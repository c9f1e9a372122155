package org.trivsel.practice.child;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;

/** The steps of words and pictures (F20): draft, work through with the parents, approve, present, complete with the plan. */
@Component
class WordsAndPicturesForms extends ContributionTo {

    private static final int WITHOUT_PLAN = 1;
    private static final int WITH_PLAN = 2;
    private static final int FEWEST_PANELS = 4;

    private final WordsAndPictures versions;
    private final People people;
    private final SafetyCases cases;
    private final Decisions decisions;

    WordsAndPicturesForms(WordsAndPictures versions, People people, SafetyCases cases, Decisions decisions) {
        super(
                "draft-words-and-pictures",
                "work-through-words-and-pictures",
                "approve-words-and-pictures",
                "present-words-and-pictures-to-child",
                "present-words-and-pictures-to-network",
                "complete-words-and-pictures");
        this.versions = versions;
        this.people = people;
        this.cases = cases;
        this.decisions = decisions;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        String caseRef = context.requireCase();
        switch (context.formId()) {
            case "draft-words-and-pictures" -> {
                versions.version(caseRef, WITHOUT_PLAN)
                        .ifPresentOrElse(
                                last -> data.setAll((ObjectNode) last.content().node()),
                                () -> data.put("type", cases.get(caseRef).isUnborn() ? "BABY_LETTER" : "SAFETY"));
            }
            case "work-through-words-and-pictures" -> {
                ArrayNode rows = data.putArray("parentWorkThrough");
                people.custodyHolders(caseRef)
                        .forEach(holder -> rows.addObject().put("person", holder.id()));
            }
            case "complete-words-and-pictures" ->
                versions.version(caseRef, WITHOUT_PLAN).ifPresent(first -> {
                    data.set("panels", first.content().node().path("panels"));
                    data.set("covers", first.content().node().path("covers"));
                    data.put("caseworkerOk", cases.get(caseRef).caseworker());
                });
            default -> {}
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "draft-words-and-pictures" -> {
                panels(form, problems);
                Set<String> sources = form.rows("sources").stream()
                        .map(row -> row.text("person"))
                        .collect(Collectors.toSet());
                problems.addIf(
                        !sources.contains(cases.get(caseRef).caseworker()), "sources", "source-caseworker-missing");
                people.of(caseRef, Person.Role.PARENT).stream()
                        .filter(parent -> !sources.contains(parent.id()))
                        .forEach(parent -> problems.add("sources", "source-parent-missing", parent.id()));
            }
            case "work-through-words-and-pictures" -> {
                Set<String> through = form.rows("parentWorkThrough").stream()
                        .map(row -> row.text("person"))
                        .collect(Collectors.toSet());
                people.custodyHolders(caseRef).stream()
                        .filter(holder -> !through.contains(holder.id()))
                        .forEach(holder -> problems.add("parentWorkThrough", "parent-missing", holder.id()));
            }
            case "complete-words-and-pictures" -> {
                panels(form, problems);
                problems.addIf(
                        !form.is("caseworkerOk", cases.get(caseRef).caseworker())
                                && !form.is("caseworkerOk", cases.get(caseRef).substitute()),
                        "caseworkerOk",
                        "only-the-caseworker");
            }
            default -> {}
        }
    }

    private static void panels(Answers form, Problems problems) {
        Set<Integer> numbers = new HashSet<>();
        form.rows("panels").forEach(panel -> numbers.add(panel.number("no")));
        problems.addIf(form.rows("panels").size() < FEWEST_PANELS, "panels", "too-few-panels", FEWEST_PANELS);
        problems.addIf(numbers.size() < form.rows("panels").size(), "panels", "number-twice");
        for (String part : new String[] {"concerns", "goals", "plan"}) {
            Answers covers = form.group("covers");
            problems.addIf(
                    covers.has(part) && !numbers.contains(covers.number(part)), "covers." + part, "no-such-panel");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "draft-words-and-pictures" ->
                versions.draft(caseRef, WITHOUT_PLAN, form.text("type"), form, submission.at());
            case "approve-words-and-pictures" -> {
                decisions.record(submission, "WORDS_AND_PICTURES", form.text("decision"), entryId);
                if (form.is("decision", "APPROVE")) {
                    versions.approve(caseRef, WITHOUT_PLAN, submission.at());
                }
            }
            case "present-words-and-pictures-to-child" ->
                versions.presentedToChild(
                        caseRef, WITHOUT_PLAN, form.group("presentedToChild").date("date"));
            case "present-words-and-pictures-to-network" ->
                versions.presentedToNetwork(
                        caseRef, WITHOUT_PLAN, form.group("presentedToNetwork").date("date"));
            case "complete-words-and-pictures" -> {
                String type = versions.version(caseRef, WITHOUT_PLAN)
                        .map(WordsAndPictures.Version::type)
                        .orElse("SAFETY");
                versions.draft(caseRef, WITH_PLAN, type, form, submission.at());
                versions.approve(caseRef, WITH_PLAN, submission.at());
            }
            default -> {}
        }
        return Map.of();
    }
}
