package org.trivsel.platform.forms.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees of the row it stands in: {@code this}, {@code parent} and {@code i}. Plain names always mean
 * the answers of the whole form, also inside a row.
 */
record Scope(@Nullable Map<String, Object> row, @Nullable Scope parent, List<Integer> rowNumbers) {

    static final Scope FORM = new Scope(null, null, List.of());

    Scope row(Map<String, Object> row, int index) {
        List<Integer> numbers = new ArrayList<>(rowNumbers);
        numbers.add(index + 1);
        return new Scope(row, this, numbers);
    }

    Map<String, Object> names(Map<String, Object> answers) {
        return context(answers, answers);
    }

    private Map<String, Object> context(Map<String, Object> answers, Map<String, Object> plainNames) {
        Map<String, Object> here = row == null ? answers : row;
        @Nullable
        Map<String, Object> around =
                parent == null ? null : parent.context(answers, parent.row == null ? answers : parent.row);
        Map<String, Object> names = new HashMap<>();
        names.put("this", here);
        names.put("parent", around);
        names.put("i", rowNumbers);
        names.putAll(plainNames);
        // the safe spelling, for forms that have a field of that name
        names.put("_this_", here);
        names.put("_parent_", around);
        names.put("_i_", rowNumbers);
        return names;
    }
}
