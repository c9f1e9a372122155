package org.trivsel.practice.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.casefile.Journal.Entry;

/**
 * The journal as one reader may see it: in the three stages of C10, and without what a child does not want this reader to
 * know.
 */
@Component
public class JournalReader {

    private static final Set<String> AUTHORITY = Set.of("CASEWORKER", "SUBSTITUTE", "MANAGER", "ASSESSOR");

    /** What a child says and draws, each with whom it may be shared. */
    private static final List<String> SHARED_LISTS = List.of("mayShare", "drawings");

    private final Journal journal;
    private final SafetyCases cases;
    private final CaseMembers members;
    private final HiddenAddresses addresses;

    JournalReader(Journal journal, SafetyCases cases, CaseMembers members, HiddenAddresses addresses) {
        this.addresses = addresses;
        this.journal = journal;
        this.cases = cases;
        this.members = members;
    }

    /** Newest first. */
    public List<Entry> read(String caseRef, User reader) {
        SafetyCase safetyCase = cases.get(caseRef);
        List<String> capacities = members.capacities(caseRef, reader.username());
        boolean authority = isAuthority(capacities, reader);
        return journal.of(caseRef).stream()
                .filter(entry ->
                        entry.author().equals(reader.username()) || authority || openToConsultants(entry, safetyCase))
                .map(entry -> withoutSecrets(entry, reader, capacities))
                .map(entry -> with(entry, addresses.masked(caseRef, entry.data())))
                .toList();
    }

    /** Whether somebody reads the case for the authority and not as a consultant. */
    static boolean isAuthority(List<String> capacities, User reader) {
        return capacities.stream().anyMatch(AUTHORITY::contains)
                || capacities.contains("EMERGENCY") && !reader.has(Role.CONSULTANT);
    }

    /** Pseudonymous first, names once the parents accept the family meeting, everything once they consented. */
    private static boolean openToConsultants(Entry entry, SafetyCase safetyCase) {
        return switch (entry.visibleTo()) {
            case "AUTHORITY" -> safetyCase.consented();
            case "FAMILY_COPY" -> safetyCase.namesVisible();
            default -> true;
        };
    }

    /** What the child allowed only its caseworker to know, only the caseworker and who wrote it down read. */
    private static Entry withoutSecrets(Entry entry, User reader, List<String> capacities) {
        boolean mayKnow = capacities.contains("CASEWORKER") || entry.author().equals(reader.username());
        if (mayKnow
                || SHARED_LISTS.stream()
                        .noneMatch(list -> entry.data().path(list).isArray())) {
            return entry;
        }
        ObjectNode data = entry.data().deepCopy();
        for (String list : SHARED_LISTS) {
            if (data.path(list) instanceof ArrayNode rows) {
                rows.removeIf(row -> row.path("recipient").asText().equals("CASEWORKER_ONLY"));
            }
        }
        return with(entry, data);
    }

    private static Entry with(Entry entry, JsonNode data) {
        return new Entry(
                entry.id(),
                entry.caseRef(),
                entry.formId(),
                entry.edition(),
                entry.taskKey(),
                entry.element(),
                entry.author(),
                entry.at(),
                entry.visibleTo(),
                data);
    }
}
