package org.trivsel.practice.meeting;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trivsel.platform.worklist.ActionRule;

/** Models hear of agreements from the meeting where they were made. Nobody announces them by hand. */
@Component
class AgreementsFollowMeetings implements ActionRule {

    @Override
    public Optional<String> refusal(String caseRef, String message) {
        return message.equals("AgreementsMade") ? Optional.of("agreements-come-from-meetings") : Optional.empty();
    }
}
