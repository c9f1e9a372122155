package org.trivsel.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trivsel.platform.identity.User;

/** A form somebody submitted. It becomes an immutable entry of the case's journal. */
public record Submission(
        String caseRef,
        String formId,
        @Nullable String taskKey,
        @Nullable String element,
        JsonNode data,
        User author,
        Instant at) {

    public Answers answers() {
        return new Answers(data);
    }
}
