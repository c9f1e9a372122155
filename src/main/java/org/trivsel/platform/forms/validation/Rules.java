package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trivsel.platform.engine.Feel;

/** The rules of one field, in the order in which form-js tries them. */
final class Rules {

    /** From here on form-js writes numbers with an exponent and fails to count their decimals. */
    private static final BigDecimal UNCOUNTABLE = new BigDecimal("1E21");

    private final Feel feel;
    private final Clock clock;

    Rules(Feel feel, Clock clock) {
        this.feel = feel;
        this.clock = clock;
    }

    /** @param names what an expression may use; only asked for when there is one, because it costs */
    List<Refusal> check(FormComponent component, @Nullable Object answer, Supplier<Map<String, Object>> names) {
        List<Refusal> refusals = new ArrayList<>();
        computed(component, answer, names, refusals);
        number(component, answer, refusals);
        JsonNode rules = component.rules();
        if (answer instanceof String text && !text.isEmpty()) {
            pattern(rules, text, refusals);
        }
        if (rules.path("required").asBoolean(false) && isUnanswered(component, answer)) {
            refusals.add(Refusal.of("required"));
        }
        bound(rules, "min", answer, names, refusals);
        bound(rules, "max", answer, names, refusals);
        if (answer instanceof String text && !text.isEmpty()) {
            length(rules, text, names, refusals);
            KnownFormats.check(rules.path("validationType").asText(""), text).ifPresent(refusals::add);
        }
        date(component, answer, refusals);
        return refusals;
    }

    private static boolean isUnanswered(FormComponent component, @Nullable Object answer) {
        return answer == null
                || answer.equals("")
                || (component.type().equals("checkbox") && answer.equals(false))
                || (answer instanceof Collection<?> chosen && chosen.isEmpty());
    }

    private static void number(FormComponent component, @Nullable Object answer, List<Refusal> refusals) {
        if (!component.type().equals("number") || !(answer instanceof BigDecimal number) || number.signum() == 0) {
            return;
        }
        JsonNode digits = component.json().path("decimalDigits");
        if (digits.isNumber() && digits.intValue() >= 0) {
            decimals(number, digits.intValue()).ifPresent(refusals::add);
        }
        @Nullable BigDecimal step = Numbers.of(component.json().path("increment"));
        if (step != null && step.signum() != 0 && !Numbers.isMultiple(number, step)) {
            refusals.add(Refusal.of("increment", Numbers.written(step)));
        }
    }

    private static Optional<Refusal> decimals(BigDecimal number, int most) {
        if (number.abs().compareTo(UNCOUNTABLE) >= 0) {
            return Optional.of(Refusal.of("type"));
        }
        if (Numbers.decimals(number) <= most) {
            return Optional.empty();
        }
        return Optional.of(most == 0 ? Refusal.of("whole-number") : Refusal.of("decimal-digits", most));
    }

    private static void pattern(JsonNode rules, String text, List<Refusal> refusals) {
        String pattern = rules.path("pattern").asText("");
        if (!pattern.isEmpty() && !JavaScriptPattern.isFoundIn(pattern, text)) {
            refusals.add(Refusal.of("pattern"));
        }
    }

    private void bound(
            JsonNode rules,
            String name,
            @Nullable Object answer,
            Supplier<Map<String, Object>> names,
            List<Refusal> refusals) {
        @Nullable Object limit = valueOf(rules.path(name), names);
        if (limit == null || answer == null || answer.equals("") || answer.equals(false)) {
            return;
        }
        @Nullable BigDecimal number = Numbers.of(answer);
        @Nullable BigDecimal bound = Numbers.of(limit);
        if (number == null || bound == null) {
            refusals.add(Refusal.of("type"));
        } else if (name.equals("min") ? number.compareTo(bound) < 0 : number.compareTo(bound) > 0) {
            refusals.add(Refusal.of(name, Numbers.written(bound)));
        }
    }

    private void length(JsonNode rules, String text, Supplier<Map<String, Object>> names, List<Refusal> refusals) {
        int length = JavaScriptText.trim(text).length();
        @Nullable BigDecimal least = Numbers.of(valueOf(rules.path("minLength"), names));
        if (least != null && BigDecimal.valueOf(length).compareTo(least) < 0) {
            refusals.add(Refusal.of("min-length", Numbers.written(least)));
        }
        @Nullable BigDecimal most = Numbers.of(valueOf(rules.path("maxLength"), names));
        if (most != null && BigDecimal.valueOf(length).compareTo(most) > 0) {
            refusals.add(Refusal.of("max-length", Numbers.written(most)));
        }
    }

    private void date(FormComponent component, @Nullable Object answer, List<Refusal> refusals) {
        boolean isFuture = component.json().path("disallowPassedDates").asBoolean(false)
                && !component.json().path("subtype").asText("").equals("time");
        if (component.type().equals("datetime")
                && isFuture
                && answer instanceof String date
                && DateTimes.isBefore(date, LocalDate.now(clock))) {
            refusals.add(Refusal.of("date-past"));
        }
    }

    /** Options and values that the form computes: form-js overwrites what was sent, so only the same is accepted. */
    private void computed(
            FormComponent component,
            @Nullable Object answer,
            Supplier<Map<String, Object>> names,
            List<Refusal> refusals) {
        if (component.type().equals("expression")) {
            @Nullable Object expected = valueOf(component.json().path("expression"), names);
            if (!isSame(expected, answer)) {
                refusals.add(Refusal.of("read-only"));
            }
        } else if (answer != null && !answer.equals(false) && Options.areComputed(component)) {
            Collection<?> sent = answer instanceof Collection<?> several ? several : List.of(answer);
            List<@Nullable Object> options =
                    Options.listed(valueOf(component.json().path("valuesExpression"), names));
            if (!sent.stream().allMatch(one -> options.stream().anyMatch(option -> isSame(option, one)))) {
                refusals.add(Refusal.of("option"));
            }
        }
    }

    private @Nullable Object valueOf(JsonNode setting, Supplier<Map<String, Object>> names) {
        if (setting.isTextual() && setting.textValue().startsWith("=")) {
            return feel.evaluate(setting.textValue().substring(1), names.get());
        }
        return Options.plain(setting);
    }

    private static boolean isSame(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number && right instanceof Number) {
            @Nullable BigDecimal first = Numbers.of(left);
            @Nullable BigDecimal second = Numbers.of(right);
            return first != null && second != null && first.compareTo(second) == 0;
        }
        return Objects.equals(left, right);
    }
}
