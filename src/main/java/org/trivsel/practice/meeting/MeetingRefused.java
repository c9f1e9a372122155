package org.trivsel.practice.meeting;

/** A meeting that cannot be called or moved as somebody asked (message key {@code meeting.refused.code}). */
public class MeetingRefused extends RuntimeException {

    MeetingRefused(String code) {
        super(code);
    }

    public String code() {
        return String.valueOf(getMessage());
    }
}
