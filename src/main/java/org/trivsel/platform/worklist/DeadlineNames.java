package org.trivsel.platform.worklist;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a deadline is called in the reader's language: its task, or its rule. Never a name of a family. */
@Component
public class DeadlineNames {

    private final Worklist worklist;
    private final ProcessTexts texts;
    private final MessageSource messages;

    DeadlineNames(Worklist worklist, ProcessTexts texts, MessageSource messages) {
        this.worklist = worklist;
        this.texts = texts;
        this.messages = messages;
    }

    public String of(String ruleKey, @Nullable String taskId, Locale locale) {
        return of(ruleKey, Optional.ofNullable(taskId).flatMap(worklist::find), locale);
    }

    /** @param task empty for a clock of the case, and when the task is done */
    public String of(String ruleKey, Optional<WorklistTask> task, Locale locale) {
        return task.map(one -> texts.name(one, locale)).orElseGet(() -> ofRule(ruleKey, locale));
    }

    /** The rule's name; what a manager added to the table shows as its key. */
    public String ofRule(String ruleKey, Locale locale) {
        return String.valueOf(messages.getMessage("deadline." + ruleKey, null, ruleKey, locale));
    }
}
