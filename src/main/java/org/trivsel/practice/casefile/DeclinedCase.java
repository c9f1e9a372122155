package org.trivsel.practice.casefile;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Parents who decline leave no more behind than the referral (G1): what was said in the start-up meetings is sealed. The
 * referral, the immediate safety of the child and the authority's decision stay: they must be documented.
 */
@Component
class DeclinedCase {

    private static final Set<String> SAID_IN_TRUST =
            Set.of("hold-commissioner-meeting", "hold-family-meeting", "record-parents-answer", "record-consent");

    private final Journal journal;

    DeclinedCase(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void declined(CaseStateEntered entered) {
        if (entered.state().equals("DECLINED")) {
            journal.seal(entered.caseRef(), SAID_IN_TRUST);
        }
    }
}
