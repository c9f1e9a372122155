package org.trivsel.platform.forms.validation;

/** Trims as a browser does: Java's own {@code strip} keeps the no-break spaces. */
final class JavaScriptText {

    private JavaScriptText() {}

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char sign) {
        return switch (sign) {
            case '\t', '\n', '\u000b', '\f', '\r', '\ufeff' -> true;
            default -> Character.getType(sign) == Character.SPACE_SEPARATOR || sign == '\u2028' || sign == '\u2029';
        };
    }
}
