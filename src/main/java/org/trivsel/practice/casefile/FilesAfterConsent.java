package org.trivsel.practice.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.file.FileRule;
import org.trivsel.platform.identity.User;

/**
 * Files are the authority's until the parents have consented; the consultants read them from then on (trap C10). In Sweden
 * the commission shares its material from the start.
 */
@Component
class FilesAfterConsent implements FileRule {

    private final SafetyCases cases;
    private final CaseMembers members;

    FilesAfterConsent(SafetyCases cases, CaseMembers members) {
        this.cases = cases;
        this.members = members;
    }

    @Override
    public boolean mayRead(User reader, String caseRef) {
        SafetyCase safetyCase = cases.get(caseRef);
        List<String> capacities = members.capacities(caseRef, reader.username());
        return safetyCase.consented()
                || safetyCase.mode().startsWith("SE_")
                || JournalReader.isAuthority(capacities, reader);
    }

    @Override
    public boolean mayReadSecrets(User reader, String caseRef) {
        return members.capacities(caseRef, reader.username()).contains("CASEWORKER");
    }
}
