package org.trivsel.platform.access;

/** A case is not opened in an emergency; the message is the key of a text that says why. */
public class EmergencyRefused extends RuntimeException {

    public EmergencyRefused(String textKey) {
        super(textKey);
    }
}
