package org.trivsel.platform.forms.validation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trivsel.platform.engine.Feel;

/**
 * Which questions are asked. form-js decides twice: first with all answers, then once more without the answers of what
 * it has just hidden; only answers inside a group or row disappear in between, those on the top level stay.
 */
final class Visibility {

    private final Feel feel;
    private final Map<String, Object> answers;
    private final Map<Scope, Map<String, Object>> namesInScope = new IdentityHashMap<>();

    private Visibility(Feel feel, Map<String, Object> answers) {
        this.feel = feel;
        this.answers = answers;
    }

    static Visibility of(Questionnaire questionnaire, Feel feel) {
        Visibility first = new Visibility(feel, questionnaire.answers());
        Map<String, Object> asked = Answers.copy(questionnaire.answers());
        first.removeHidden(questionnaire.questions(), asked, false);
        questionnaire.answers().forEach(asked::putIfAbsent);
        return new Visibility(feel, asked);
    }

    boolean isHidden(Question question) {
        @Nullable String condition = question.component().hideCondition();
        return condition != null && feel.holds(condition, names(question).get());
    }

    /** What an expression of this question may use. */
    Supplier<Map<String, Object>> names(Question question) {
        return () -> namesInScope.computeIfAbsent(question.scope(), scope -> scope.names(answers));
    }

    private void removeHidden(List<Question> questions, Map<String, Object> asked, boolean isInHidden) {
        for (Question question : questions) {
            boolean isHidden = isInHidden || isHidden(question);
            boolean isPlace =
                    question.component().hasAnswer() || question.component().isList();
            if (isHidden && isPlace) {
                Answers.remove(asked, question.path());
            } else {
                removeHidden(question.children(), asked, isHidden);
            }
        }
    }
}
