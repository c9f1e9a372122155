package org.trivsel.platform.engine;

/** Who is told first when somebody raises an alarm. The models say which event is one (property `alarm`). */
public interface CaseAlarms {

    void raised(String caseRef);
}
