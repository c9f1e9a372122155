package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.Feel;

/**
 * Says what form-js 1.23 would say about a submission, without a browser: one rule, one place, on the server.
 *
 * <p>Refused are answers that break a rule of their field, answers that form-js would drop or change when it loads
 * them, keys that the form does not have, and answers to questions that are not asked. No input makes it throw. Beyond
 * form-js it knows one thing: how many rows a list needs ({@link RowCount}).
 */
@Component
public final class FormValidator {

    private final Feel feel = new Feel();
    private final Rules rules;

    public FormValidator() {
        this(Clock.systemDefaultZone());
    }

    /** @param clock knows what today is, for dates that must not be past */
    @Autowired
    public FormValidator(Clock clock) {
        this.rules = new Rules(feel, clock);
    }

    /**
     * @param schema the form, in which option lists are already static {@code values}
     * @param data the submission
     * @return nothing when it is accepted; else in the order of the form, unknown keys first
     */
    public List<FieldError> validate(JsonNode schema, JsonNode data) {
        List<FormComponent> components = new FormComponent(schema).children();
        List<FieldError> errors = new ArrayList<>();
        Shape.of(components).check(data, ValuePath.ROOT, errors::add);
        Questionnaire questionnaire = new Questionnaire(components, data);
        Visibility visibility = Visibility.of(questionnaire, feel);
        check(questionnaire.questions(), visibility, false, errors);
        return errors;
    }

    private void check(List<Question> questions, Visibility visibility, boolean isInHidden, List<FieldError> errors) {
        for (Question question : questions) {
            boolean isHidden = isInHidden || visibility.isHidden(question);
            if (isHidden && question.isPlace()) {
                refuseAnswer(question, "hidden", errors);
            } else if (question.component().hasAnswer()) {
                checkAnswer(question, visibility, errors);
            } else {
                RowCount.check(question.component(), question.sent())
                        .ifPresent(refusal -> errors.add(FieldError.of(question.path(), refusal)));
                check(question.children(), visibility, isHidden, errors);
            }
        }
    }

    private void checkAnswer(Question question, Visibility visibility, List<FieldError> errors) {
        Refusal unreadable = question.reading().refusal();
        if (question.component().isDisabled()) {
            refuseAnswer(question, "read-only", errors);
        } else if (unreadable != null) {
            errors.add(FieldError.of(question.path(), unreadable));
        } else {
            rules.check(question.component(), question.reading().value(), visibility.names(question))
                    .forEach(refusal -> errors.add(FieldError.of(question.path(), refusal)));
        }
    }

    /** An empty answer to a question that is not asked does no harm; browsers send those. */
    private static void refuseAnswer(Question question, String code, List<FieldError> errors) {
        if (hasContent(question.sent())) {
            errors.add(FieldError.of(question.path(), Refusal.of(code)));
        }
    }

    private static boolean hasContent(JsonNode sent) {
        if (!sent.isContainerNode()) {
            return !AnswerReader.isNothing(sent) && !(sent.isBoolean() && !sent.booleanValue());
        }
        for (JsonNode part : sent) {
            if (hasContent(part)) {
                return true;
            }
        }
        return false;
    }
}
