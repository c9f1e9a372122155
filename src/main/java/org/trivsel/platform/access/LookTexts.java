package org.trivsel.platform.access;

import java.util.Locale;

/** What somebody looked at, in the reader's words. */
public interface LookTexts {

    String describe(String what, Locale locale);
}
