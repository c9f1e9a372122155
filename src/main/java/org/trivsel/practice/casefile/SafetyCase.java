package org.trivsel.practice.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case from referral to hand-over.
 *
 * @param track STANDARD, UNBORN or RETURN_HOME
 * @param mode DK_SUPPORT_CONSENT, SE_VOLUNTARY or SE_LVU
 * @param country DK or SE: whose working days and law count
 * @param state see spec 3.5
 * @param namesVisible whether the consultants may see names: from the accepted family meeting on (C10)
 * @param consented whether gate G1 was passed
 */
public record SafetyCase(
        String caseRef,
        String track,
        String mode,
        String legalBasis,
        String country,
        String state,
        String placementStatus,
        String policeCase,
        String caseworker,
        String substitute,
        @Nullable String consultant1,
        @Nullable String consultant2,
        String manager,
        String team,
        boolean namesVisible,
        boolean consented,
        Instant referredAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate observationStart,
        @Nullable Integer observationMonths) {

    public boolean isUnborn() {
        return track.equals("UNBORN");
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Everybody of the staff on this case. */
    public List<String> staff() {
        return Stream.of(caseworker, substitute, consultant1, consultant2, manager)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }
}
