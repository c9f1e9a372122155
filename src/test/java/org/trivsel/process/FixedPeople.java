package org.trivsel.process;

import java.util.List;

/** Stands in for the bean {@code people}: two of everybody, and three in the network. */
public final class FixedPeople {

    private final boolean unborn;

    FixedPeople() {
        this(false);
    }

    FixedPeople(boolean unborn) {
        this.unborn = unborn;
    }

    public List<String> custodyHolders(String caseRef) {
        return List.of("P1", "P2");
    }

    public List<String> children(String caseRef) {
        return List.of("C1", "C2");
    }

    public List<String> askedForConsent(String caseRef) {
        return List.of("P2");
    }

    public boolean unborn(String caseRef) {
        return unborn;
    }

    public List<String> networkMembers(String caseRef) {
        return List.of("N1", "N2", "N3");
    }

    public List<String> agreements(String caseRef) {
        return List.of("A1");
    }

    public String tookOn(String caseRef, String agreement) {
        return "lars";
    }

    public List<String> dangerStatements(String caseRef) {
        return List.of("D1", "D2");
    }
}
