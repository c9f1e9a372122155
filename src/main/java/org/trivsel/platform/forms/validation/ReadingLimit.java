package org.trivsel.platform.forms.validation;

/** A text that stops a regular expression which goes over it again and again: no form may keep the server busy. */
final class ReadingLimit implements CharSequence {

    private static final int MOST_READS = 2_000_000;

    private final String text;
    private int reads;

    ReadingLimit(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++reads > MOST_READS) {
            throw new Reached();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    static final class Reached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Reached() {
            super("The pattern needs too long for this text", null, false, false);
        }
    }
}
