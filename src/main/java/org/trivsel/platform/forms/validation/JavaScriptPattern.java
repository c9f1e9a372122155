package org.trivsel.platform.forms.validation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The pattern of a text field, with the meaning it has in the browser. The two dialects are near each other; what
 * differs in patterns that people write is translated.
 */
final class JavaScriptPattern {

    private static final Map<String, Optional<Pattern>> CACHE = new ConcurrentHashMap<>();
    private static final int MOST_CACHED = 5_000;

    private JavaScriptPattern() {}

    /** A pattern that cannot be read, or that would take for ever on this text, does not match. */
    static boolean isFoundIn(String pattern, String text) {
        if (CACHE.size() > MOST_CACHED) {
            CACHE.clear();
        }
        Optional<Pattern> compiled = CACHE.computeIfAbsent(pattern, JavaScriptPattern::compile);
        try {
            return compiled.isPresent()
                    && compiled.get().matcher(new ReadingLimit(text)).find();
        } catch (ReadingLimit.Reached | StackOverflowError endless) {
            return false;
        }
    }

    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(translate(pattern)));
        } catch (PatternSyntaxException unreadable) {
            return Optional.empty();
        }
    }

    static String translate(String pattern) {
        StringBuilder java = new StringBuilder();
        boolean isInClass = false;
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            if (sign == '\\' && at + 1 < pattern.length()) {
                java.append(escape(pattern.charAt(++at), isInClass));
            } else if (isInClass) {
                isInClass = sign != ']';
                // nested classes and intersections exist in Java only
                java.append(sign == '[' || sign == '&' ? "\\" + sign : String.valueOf(sign));
            } else if (sign == '[') {
                isInClass = true;
                java.append(sign);
            } else {
                // Java's $ matches before a final line break too, and its dot does not match U+0085
                java.append(sign == '$' ? "\\z" : sign == '.' ? "[^\\n\\r\\u2028\\u2029]" : String.valueOf(sign));
            }
        }
        return java.toString();
    }

    private static String escape(char sign, boolean isInClass) {
        String spaces = "\\s\\u00a0\\ufeff\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
        return switch (sign) {
            case 's' -> isInClass ? spaces : "[" + spaces + "]";
            case 'S' -> "[^" + spaces + "]";
            default -> "\\" + sign;
        };
    }
}
