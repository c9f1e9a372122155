package org.trivsel.platform.worklist;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Names of tasks, events and processes in the reader's language; what a manager adds shows as authored. */
@Component("processTexts")
public class ProcessTexts {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    ProcessTexts() {
        texts.setBasename("i18n/processes");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    public String name(WorklistTask task, Locale locale) {
        return name(task.textKey(), task.name(), locale);
    }

    public String name(String key, String authored, Locale locale) {
        String found = texts.getMessage(key, null, authored, locale);
        return found == null ? authored : found;
    }
}
