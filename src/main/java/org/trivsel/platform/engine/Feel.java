package org.trivsel.platform.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a form. form-js reads a condition as unary tests of the input null, so that {@code =flag} hides
 * when {@code flag} has no answer; the engine's FEEL library does exactly the same when asked the same way.
 */
public final class Feel {

    /** Forms change with an edition, seldom: the limit only keeps a mistake from filling the memory. */
    private static final int MOST_CACHED = 5_000;

    private static final Pattern TELLS_THE_TIME = Pattern.compile("\\b(now|today|random)");
    /** The value of a choice, as opposed to what somebody wrote. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{0,60}");

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Map<String, Optional<ParsedExpression>> tests = new ConcurrentHashMap<>();
    private final Map<String, Optional<ParsedExpression>> expressions = new ConcurrentHashMap<>();
    private final Map<Question, Boolean> answered = new ConcurrentHashMap<>();

    /** A test with what it names and can be told apart at a glance. */
    private record Question(String test, Map<String, Object> named) {}

    /** What cannot be parsed or evaluated does not hold: form-js shows the field then. */
    public boolean holds(String unaryTests, Map<String, Object> names) {
        Map<String, Object> named = new HashMap<>();
        if (TELLS_THE_TIME.matcher(unaryTests).find() || !collect(unaryTests, names, named)) {
            return isTrue(unaryTests, names);
        }
        if (answered.size() > MOST_CACHED) {
            answered.clear();
        }
        return answered.computeIfAbsent(new Question(unaryTests, named), missing -> isTrue(unaryTests, names));
    }

    /**
     * The library needs some forty microseconds for a test, and a form has dozens whose answers are the same in every case:
     * whether a box is ticked, what was chosen. Texts somebody wrote are not kept.
     *
     * @return whether everything the test names is such an answer
     */
    private static boolean collect(String test, Map<?, ?> names, Map<String, Object> named) {
        for (Map.Entry<?, ?> one : names.entrySet()) {
            String name = String.valueOf(one.getKey());
            if (!test.contains(name)) {
                continue;
            }
            Object value = one.getValue();
            if (value instanceof Map<?, ?> inner) {
                Map<String, Object> part = new HashMap<>();
                boolean asWhole = test.replace(name + ".", "").contains(name);
                if (asWhole || !collect(test, inner, part)) {
                    return false;
                }
                named.put(name, part);
            } else if (value == null
                    || value instanceof Boolean
                    || value instanceof Number
                    || value instanceof String text && CODE.matcher(text).matches()) {
                named.put(name, value);
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean isTrue(String unaryTests, Map<String, Object> names) {
        return parsed(tests, unaryTests, engine::parseUnaryTests)
                .map(test -> engine.evaluateWithInput(test, null, names))
                .filter(EvaluationResult::isSuccess)
                .map(result -> Boolean.TRUE.equals(result.result()))
                .orElse(false);
    }

    public @Nullable Object evaluate(String expression, Map<String, Object> names) {
        return parsed(expressions, expression, engine::parseExpression)
                .map(parsed -> engine.evaluate(parsed, names))
                .filter(EvaluationResult::isSuccess)
                .map(EvaluationResult::result)
                .orElse(null);
    }

    private static Optional<ParsedExpression> parsed(
            Map<String, Optional<ParsedExpression>> cache, String text, Function<String, ParseResult> parser) {
        if (cache.size() > MOST_CACHED) {
            cache.clear();
        }
        return cache.computeIfAbsent(text, missing -> {
            ParseResult result = parser.apply(missing);
            return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
        });
    }
}
