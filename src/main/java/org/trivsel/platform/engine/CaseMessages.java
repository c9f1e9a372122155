package org.trivsel.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells every process of a case that something happened. Who does not listen is not disturbed; who listens but stands
 * still is told when it goes on.
 */
@Component
public class CaseMessages {

    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    CaseMessages(RuntimeService runtime, JdbcClient jdbc) {
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    public void tell(String caseRef, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseRef)
                .correlateAll();
        boolean waitsStill = runtime.createExecutionQuery()
                        .processInstanceBusinessKey(caseRef)
                        .messageEventSubscriptionName(message)
                        .suspended()
                        .count()
                > 0;
        if (waitsStill) {
            jdbc.sql("insert into late_message (case_ref, message) values (?, ?)")
                    .params(caseRef, message)
                    .update();
        }
    }

    /** Delivers what could not be told while the case stood still. */
    public void tellLate(String caseRef) {
        List<String> late = jdbc.sql("select message from late_message where case_ref = ? order by id")
                .param(caseRef)
                .query(String.class)
                .list();
        jdbc.sql("delete from late_message where case_ref = ?").param(caseRef).update();
        late.stream().distinct().forEach(message -> tell(caseRef, message));
    }

    /** Whether a process of the case runs now, by the process's key. */
    public boolean runs(String caseRef, String process) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseRef)
                        .processDefinitionKey(process)
                        .count()
                > 0;
    }
}
