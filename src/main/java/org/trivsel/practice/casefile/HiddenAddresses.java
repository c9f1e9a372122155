package org.trivsel.practice.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.FormContribution;

/**
 * Where somebody is threatened, addresses and phones show nowhere: not in the journal, not in what a form is filled with
 * (E20). Once one person of a case is protected, the journal hides them all: who lives where tells on the others too.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HiddenAddresses implements FormContribution {

    static final String MASK = "•••";

    private static final Set<String> WHERE = Set.of("phone", "address", "livesWith", "where", "agreedPhone");

    private final People people;

    HiddenAddresses(People people) {
        this.people = people;
    }

    @Override
    public boolean appliesTo(String formId) {
        return true;
    }

    /** Leaves out of a prefilled form how to find a protected person; it runs after all other contributions. */
    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.caseRef() != null) {
            Set<String> hidden = people.hidden(context.caseRef());
            if (!hidden.isEmpty()) {
                forget(data, hidden);
            }
        }
    }

    private static void forget(JsonNode node, Set<String> hidden) {
        if (node instanceof ObjectNode object
                && hidden.contains(object.path("person").asText())) {
            object.remove(List.copyOf(WHERE));
        }
        node.forEach(child -> forget(child, hidden));
    }

    /** An entry's answers as readers of the case may see them. */
    JsonNode masked(String caseRef, JsonNode data) {
        if (people.hidden(caseRef).isEmpty()) {
            return data;
        }
        JsonNode copy = data.deepCopy();
        mask(copy);
        return copy;
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            WHERE.stream()
                    .filter(key -> object.path(key).isTextual()
                            && !object.path(key).asText().isBlank())
                    .forEach(key -> object.put(key, MASK));
        }
        node.forEach(HiddenAddresses::mask);
    }
}
