package org.trivsel.platform.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Map<String, Optional<ParsedExpression>> tests = new ConcurrentHashMap<>();
    private final Map<String, Optional<ParsedExpression>> expressions = new ConcurrentHashMap<>();

    /** What cannot be parsed or evaluated does not hold: form-js shows the field then. */
    public boolean holds(String unaryTests, Map<String, Object> names) {
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
