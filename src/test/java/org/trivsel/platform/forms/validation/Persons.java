package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stands in for the server, which fills the option lists of a form with the people and agreements of the case. */
public final class Persons {

    private static final List<String> ALL = Stream.of(
                    numbered("C", 4),
                    numbered("P", 4),
                    numbered("N", 12),
                    numbered("R", 6),
                    numbered("D", 5),
                    numbered("G", 10),
                    numbered("V", 9),
                    numbered("A", 3),
                    numbered("", 40),
                    Stream.of("signe", "mads", "karen", "lars", "ida", "pia", "maja"))
            .flatMap(ids -> ids)
            .toList();

    private Persons() {}

    public static JsonNode filledIn(JsonNode form) {
        form.findParents("valuesKey").forEach(component -> {
            ObjectNode field = (ObjectNode) component;
            field.remove("valuesKey");
            ArrayNode values = field.putArray("values");
            ALL.forEach(id -> values.addObject().put("value", id).put("label", "Person " + id));
        });
        return form;
    }

    private static Stream<String> numbered(String letter, int most) {
        return IntStream.rangeClosed(1, most).mapToObj(number -> letter + number);
    }
}
