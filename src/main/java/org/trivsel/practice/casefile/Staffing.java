package org.trivsel.practice.casefile;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trivsel.platform.worklist.CaseStaff;

/** Resolves a candidate group to the person who has that role on the case. */
@Component
class Staffing implements CaseStaff {

    private final SafetyCases cases;
    private final Journal journal;

    Staffing(SafetyCases cases, Journal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public Optional<String> assignee(String caseRef, String candidateGroup) {
        return cases.find(caseRef).flatMap(found -> switch (candidateGroup) {
            case "caseworker" -> Optional.of(found.caseworker());
            case "consultant" -> Optional.ofNullable(found.consultant1());
            case "manager" -> Optional.of(found.manager());
            default -> Optional.empty();
        });
    }

    @Override
    public Set<String> hearing(String caseRef, String candidateGroup, boolean urgent) {
        return cases.find(caseRef)
                .map(found -> switch (candidateGroup) {
                    case "caseworker" ->
                        urgent ? Stream.of(found.caseworker(), found.substitute()) : Stream.of(found.caseworker());
                    case "consultant" -> Stream.of(found.consultant1(), found.consultant2());
                    case "manager" -> Stream.of(found.manager());
                    default -> Stream.<String>empty();
                })
                .orElse(Stream.empty())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** A caseworker who takes part in the required meetings only has the consultants reminded, not both (R068). */
    @Override
    public boolean leavesToOthers(String caseRef, String candidateGroup) {
        return candidateGroup.equals("caseworker")
                && journal.latest(caseRef, "hold-commissioner-meeting")
                        .filter(entry -> entry.answers().is("involvementLevel", "MINIMUM"))
                        .isPresent();
    }

    /** The substitute stands in for the caseworker, the two consultants of the pair for each other. */
    @Override
    public boolean standsInFor(String caseRef, String username, String absent) {
        return cases.find(caseRef)
                .filter(found -> (username.equals(found.substitute()) && absent.equals(found.caseworker()))
                        || (isConsultant(found, username) && isConsultant(found, absent)))
                .isPresent();
    }

    private static boolean isConsultant(SafetyCase found, String username) {
        return username.equals(found.consultant1()) || username.equals(found.consultant2());
    }
}
