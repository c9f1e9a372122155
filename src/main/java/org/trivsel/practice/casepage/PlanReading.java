package org.trivsel.practice.casepage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.JournalTexts;
import org.trivsel.practice.casefile.JournalTexts.Line;
import org.trivsel.practice.plan.SafetyPlans;
import org.trivsel.practice.plan.SafetyPlans.Version;

/** The safety plan as it is read: its versions, what one says, and what changed between two. */
@Component
class PlanReading {

    private static final String FORM = "submit-safety-plan";

    private final SafetyPlans plans;
    private final JournalTexts texts;
    private final Users users;
    private final Wording wording;

    PlanReading(SafetyPlans plans, JournalTexts texts, Users users, Wording wording) {
        this.plans = plans;
        this.texts = texts;
        this.users = users;
        this.wording = wording;
    }

    record VersionRow(String number, String status, String submitted, String author) {}

    /** @param before empty where it is new, @param after empty where it was taken out */
    record Change(String label, String before, String after) {}

    /** The newest first. */
    List<VersionRow> versions(String caseRef, Locale locale) {
        List<VersionRow> rows = new ArrayList<>();
        for (Version version : plans.of(caseRef)) {
            rows.add(
                    0,
                    new VersionRow(
                            version.number(),
                            wording.text("plan." + version.status(), locale),
                            wording.day(version.submittedAt(), locale),
                            users.displayName(version.author())));
        }
        return rows;
    }

    /** The plan people follow now, or the newest draft while none is in force. */
    Optional<String> current(String caseRef) {
        return plans.inForce(caseRef).or(() -> plans.latest(caseRef)).map(Version::number);
    }

    List<Line> lines(String caseRef, String number, User reader, Locale locale) {
        return version(caseRef, number)
                .map(version -> texts.lines(
                        new FormContext(caseRef, FORM, null, null, reader, locale),
                        version.content().node()))
                .orElse(List.of());
    }

    List<Change> changes(String caseRef, String from, String to, User reader, Locale locale) {
        Map<String, Line> before = byPlace(lines(caseRef, from, reader, locale));
        Map<String, Line> after = byPlace(lines(caseRef, to, reader, locale));
        List<Change> changes = new ArrayList<>();
        after.forEach((at, line) -> {
            Line old = before.get(at);
            String said = old == null ? "" : old.value();
            if (!said.equals(line.value())) {
                changes.add(new Change(place(line), said, line.value()));
            }
        });
        before.forEach((at, line) -> {
            if (!after.containsKey(at)) {
                changes.add(new Change(place(line), line.value(), ""));
            }
        });
        return changes;
    }

    private static String place(Line line) {
        return line.section().isEmpty() ? line.label() : line.section() + ": " + line.label();
    }

    /** A line of a list belongs to what its row begins with (rule 3, Anna), wherever the row has moved to. */
    private static Map<String, Line> byPlace(List<Line> lines) {
        Map<String, Line> places = new LinkedHashMap<>();
        JournalTexts.blocks(lines).forEach(block -> block.rows().forEach(row -> {
            String begins = row.get(0).row() == 0 ? "" : row.get(0).value();
            for (Line line : row) {
                String place = String.join("|", block.title(), begins, line.label());
                while (places.containsKey(place)) {
                    place += '+';
                }
                places.put(place, line);
            }
        }));
        return places;
    }

    private Optional<Version> version(String caseRef, String number) {
        return plans.of(caseRef).stream()
                .filter(version -> Objects.equals(version.number(), number))
                .findFirst();
    }
}
