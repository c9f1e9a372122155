package org.trivsel.platform.forms.validation;

import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<Scope, Map<String, Boolean>> decided = new IdentityHashMap<>();

    private Visibility(Feel feel, Map<String, Object> answers) {
        this.feel = feel;
        this.answers = answers;
    }

    static Visibility of(Questionnaire questionnaire, Feel feel) {
        Visibility first = new Visibility(feel, questionnaire.answers());
        List<ValuePath> notAsked = new ArrayList<>();
        first.collectHidden(questionnaire.questions(), notAsked, false);
        if (notAsked.isEmpty()) {
            return first;
        }
        Map<String, Object> asked = Answers.copy(questionnaire.answers());
        notAsked.forEach(path -> Answers.remove(asked, path));
        questionnaire.answers().forEach(asked::putIfAbsent);
        return new Visibility(feel, asked);
    }

    boolean isHidden(Question question) {
        @Nullable String condition = question.component().hideCondition();
        return condition != null
                && decided.computeIfAbsent(question.scope(), scope -> new HashMap<>())
                        .computeIfAbsent(
                                condition,
                                asked -> feel.holds(asked, names(question).get()));
    }

    /** What an expression of this question may use. */
    Supplier<Map<String, Object>> names(Question question) {
        return () -> namesInScope.computeIfAbsent(question.scope(), scope -> scope.names(answers));
    }

    private void collectHidden(List<Question> questions, List<ValuePath> notAsked, boolean isInHidden) {
        for (Question question : questions) {
            boolean isHidden = isInHidden || isHidden(question);
            if (!isHidden || !question.isPlace()) {
                collectHidden(question.children(), notAsked, isHidden);
            } else if (question.path().segments().size() > 1) {
                notAsked.add(question.path());
            }
        }
    }
}
