package org.trivsel.practice.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.TaskSubjects;
import org.trivsel.practice.casefile.ElementSource;
import org.trivsel.practice.meeting.Agreements.Agreement;
import org.trivsel.practice.meeting.Agreements.Outcome;

/**
 * What staff took on at a network meeting becomes a task of theirs (F15), known to the models as {@code A57}. What families
 * and networks took on is no task: they have no login.
 */
@Component
class StaffAgreements extends ContributionTo implements ElementSource, OptionSource, TaskSubjects {

    /** The date a model knows an agreement's day by. */
    private static final String DATE = "AGREEMENT";

    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    private final Agreements agreements;
    private final Users users;
    private final DeadlineDates dates;
    private final Clock clock;

    StaffAgreements(Agreements agreements, Users users, DeadlineDates dates, Clock clock) {
        super("keep-agreement");
        this.agreements = agreements;
        this.users = users;
        this.dates = dates;
        this.clock = clock;
    }

    /** A meeting was recorded: the tasks that follow get their dates. */
    void taken(String caseRef, long entryId) {
        agreements.of(caseRef, entryId).stream()
                .filter(one -> isStaff(one) && one.dueOn() != null)
                .forEach(one -> dates.agree(
                        id(one),
                        DATE,
                        Objects.requireNonNull(one.dueOn())
                                .atTime(END_OF_DAY)
                                .atZone(clock.getZone())
                                .toInstant()));
    }

    boolean isStaff(Agreement one) {
        return users.find(one.who()).isPresent();
    }

    static String id(Agreement one) {
        return "A" + one.id();
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.element() != null) {
            data.put("agreement", context.element());
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        String agreement = submission.answers().text("agreement");
        Outcome outcome = Outcome.valueOf(submission.answers().text("outcome"));
        find(submission.caseRef(), agreement)
                .ifPresent(one -> agreements.end(
                        one.caseRef(), one.id(), outcome, submission.author().username()));
        dates.forget(agreement, DATE);
        return Map.of();
    }

    @Override
    public String name() {
        return "agreements";
    }

    /** Those of the last meeting: a model that asks has just heard of it. */
    @Override
    public List<String> ids(String caseRef) {
        return agreements.ofLastMeeting(caseRef).stream()
                .filter(this::isStaff)
                .map(StaffAgreements::id)
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
                        .map(one -> List.of(new Option(id(one), one.what())))
                        .orElse(List.of());
    }

    @Override
    public Optional<String> subject(String caseRef, String element) {
        return find(caseRef, element).map(Agreement::what);
    }

    private Optional<Agreement> find(String caseRef, String id) {
        return id.matches("A\\d{1,18}") ? agreements.find(caseRef, Long.parseLong(id.substring(1))) : Optional.empty();
    }
}
