package org.trivsel.platform.worklist;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.LookTexts;

/** What was looked at: "task mapping.UserTask_X" becomes the task's name, "action X" what its button says. */
@Component
class LooksInWords implements LookTexts {

    private final MessageSource messages;
    private final ProcessTexts processes;

    LooksInWords(MessageSource messages, ProcessTexts processes) {
        this.messages = messages;
        this.processes = processes;
    }

    @Override
    public String describe(String what, Locale locale) {
        int space = what.indexOf(' ');
        String rest = what.substring(space + 1);
        if (what.startsWith("task ")) {
            return text("look.task", locale) + ": " + processes.name(rest, rest, locale);
        }
        if (what.startsWith("action ")) {
            return text("look.action", locale) + ": " + text("action." + rest, locale);
        }
        return text("look." + what.replace(' ', '-'), locale);
    }

    private String text(String key, Locale locale) {
        String text = messages.getMessage(key, null, key, locale);
        return text == null ? key : text;
    }
}
