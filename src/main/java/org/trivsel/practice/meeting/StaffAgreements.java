package org.trivsel.practice.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.ElementSource;
import org.trivsel.practice.casefile.Journal;

/**
 * What staff took on at a network meeting (F15: each agreement a personal task). It stands in the journal entry of the
 * meeting; entry and row make its id, {@code A57.2}. What families and networks took on is no task: they have no login.
 */
@Component
class StaffAgreements extends ContributionTo implements ElementSource, OptionSource {

    private static final String MEETING = "hold-network-meeting";
    private static final String DATE = "AGREEMENT";
    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    private final Journal journal;
    private final Users users;
    private final DeadlineDates dates;
    private final Clock clock;

    StaffAgreements(Journal journal, Users users, DeadlineDates dates, Clock clock) {
        super(MEETING, "keep-agreement");
        this.journal = journal;
        this.users = users;
        this.dates = dates;
        this.clock = clock;
    }

    /** @param who the user name of who took it on */
    private record Agreement(String id, String who, String what, @Nullable Instant due) {}

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.element() != null) {
            data.put("agreement", context.element());
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        if (submission.formId().equals(MEETING)) {
            in(entryId, submission.answers()).forEach(one -> {
                if (one.due() != null) {
                    dates.agree(one.id(), DATE, one.due());
                }
            });
        } else {
            dates.forget(submission.answers().text("agreement"), DATE);
        }
        return Map.of();
    }

    @Override
    public String name() {
        return "agreements";
    }

    /** Those of the last meeting: a model that asks has just heard of it. */
    @Override
    public List<String> ids(String caseRef) {
        return journal.latest(caseRef, MEETING).map(entry -> in(entry.id(), entry.answers())).orElse(List.of()).stream()
                .map(Agreement::id)
                .toList();
    }

    @Override
    public @Nullable String whose(String caseRef, String id) {
        return find(caseRef, id).map(Agreement::who).orElse(null);
    }

    @Override
    public Set<String> keys() {
        return Set.of("agreements");
    }

    /** Only the one the task is about. */
    @Override
    public List<Option> options(String key, FormContext context) {
        return context.caseRef() == null || context.element() == null
                ? List.of()
                : find(context.caseRef(), context.element())
                        .map(one -> List.of(new Option(one.id(), one.what())))
                        .orElse(List.of());
    }

    private Optional<Agreement> find(String caseRef, String id) {
        return journal.of(caseRef, MEETING).stream()
                .flatMap(entry -> in(entry.id(), entry.answers()).stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private List<Agreement> in(long entryId, Answers meeting) {
        List<Agreement> found = new ArrayList<>();
        List<Answers> rows = meeting.rows("agreements");
        for (int i = 0; i < rows.size(); i++) {
            Answers row = rows.get(i);
            if (users.find(row.text("who")).isPresent()) {
                String id = "A" + entryId + "." + (i + 1);
                found.add(new Agreement(id, row.text("who"), row.text("what"), due(row)));
            }
        }
        return found;
    }

    private @Nullable Instant due(Answers row) {
        return row.has("deadline")
                ? row.date("deadline")
                        .atTime(END_OF_DAY)
                        .atZone(clock.getZone())
                        .toInstant()
                : null;
    }
}
