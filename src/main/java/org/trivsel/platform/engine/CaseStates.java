package org.trivsel.platform.engine;

/** Where the state of a case is kept. The models say when it changes (property `state`); the practice owns it. */
public interface CaseStates {

    void enter(String caseRef, String state);
}
