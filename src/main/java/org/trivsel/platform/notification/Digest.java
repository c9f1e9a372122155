package org.trivsel.platform.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.deadline.WorkingDays;
import org.trivsel.platform.engine.WakeUp;
import org.trivsel.platform.engine.WakeUps;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.notification.NoticeWishes.Wish;
import org.trivsel.platform.notification.Notices.Notice;
import org.trivsel.platform.notification.Notices.Waiting;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/**
 * One mail per person and working day with what is due soon and what is late, at the time the person chose.
 * Where there is nothing to say, none is sent.
 */
@Component
class Digest implements WakeUp {

    static final String TYPE = "digest";

    /** What is late only after that is found out then. */
    private static final Duration LOOKS_AHEAD = Duration.ofDays(28);

    private final Notices notices;
    private final NoticeWishes wishes;
    private final Users users;
    private final Worklist worklist;
    private final Outbox outbox;
    private final MailTexts texts;
    private final WorkingDays workingDays;
    private final WakeUps wakeUps;
    private final Clock clock;

    Digest(
            Notices notices,
            NoticeWishes wishes,
            Users users,
            Worklist worklist,
            Outbox outbox,
            MailTexts texts,
            WorkingDays workingDays,
            WakeUps wakeUps,
            Clock clock) {
        this.notices = notices;
        this.wishes = wishes;
        this.users = users;
        this.worklist = worklist;
        this.outbox = outbox;
        this.texts = texts;
        this.workingDays = workingDays;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Whoever wants it again, or at another time, is not forgotten until something new is said. */
    @EventListener
    void chosen(NoticeWishes.Chosen chosen) {
        if (chosen.wish().digest()) {
            expect(chosen.username());
        }
    }

    /** The person's next daily mail has something to say. */
    void expect(String username) {
        wakeUps.at(TYPE, next(wishes.of(username), clock.instant()));
    }

    @Override
    @Transactional
    public Optional<Instant> wake() {
        Instant now = clock.instant();
        List<Waiting> waiting = notices.waiting(now);
        waiting.stream()
                .filter(one -> itsTime(one, now).isPresent())
                .collect(Collectors.groupingBy(one -> itsTime(one, now).get()))
                .forEach((itsTime, people) -> send(people, itsTime));
        return next(waiting, now);
    }

    /** When today's mail was to come, if it is to be sent now. */
    private Optional<Instant> itsTime(Waiting one, Instant now) {
        ZonedDateTime local = now.atZone(clock.getZone());
        return Optional.of(local.with(one.wish().digestAt()).toInstant())
                .filter(at -> !at.isAfter(now) && !one.hasTodays() && isWorkingDay(local.toLocalDate()));
    }

    /** The next daily mail of whoever has something to hear still, or once what they were told of is late. */
    private Optional<Instant> next(List<Waiting> waiting, Instant now) {
        Optional<Instant> again = waiting.stream()
                .filter(one ->
                        one.isLate() || itsTime(one, now).map(one::isToldSince).orElse(true))
                .map(one -> next(one.wish(), now))
                .min(Comparator.naturalOrder());
        Instant until = again.orElse(now.plus(LOOKS_AHEAD));
        return notices.firstLate(now, until)
                .map(one -> next(one.wish(), WholeDays.end(one.dueAt(), clock.getZone())))
                .filter(at -> at.isBefore(until))
                .or(() -> Optional.of(until));
    }

    /** @param itsTime when today's was to come: what came since is tomorrow's, however late this is */
    private void send(List<Waiting> waiting, Instant itsTime) {
        List<String> told = names(waiting, one -> one.toldAt() != null);
        List<Notice> late = notices.late(names(waiting, Waiting::isLate), itsTime);
        List<Notice> unmailed = notices.unmailed(told, itsTime);
        Map<String, WorklistTask> tasks = worklist.byId(Stream.concat(late.stream(), unmailed.stream())
                .map(Notice::taskId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, List<Notice>> lateOf = byPerson(late);
        Map<String, List<Notice>> unmailedOf = byPerson(unmailed);
        Map<String, Wish> wishOf = waiting.stream().collect(Collectors.toMap(Waiting::username, Waiting::wish));
        for (User user : users.of(wishOf.keySet())) {
            String name = user.username();
            List<Notice> lateOnes = lateOf.getOrDefault(name, List.of());
            List<Notice> newOnes = unmailedOf.getOrDefault(name, List.of());
            send(user, lateOnes, soon(newOnes, lateOnes, wishOf.get(name)), tasks);
        }
        notices.mailed(told, itsTime);
    }

    /** What is due soon and was not told with what is late. */
    private static List<Notice> soon(List<Notice> unmailed, List<Notice> late, Wish wish) {
        Set<Long> told = new HashSet<>(late.stream().map(Notice::deadlineId).toList());
        return unmailed.stream()
                .filter(one -> one.endedAt() == null && wish.reminders())
                .filter(one -> told.add(one.deadlineId()))
                .toList();
    }

    private void send(User user, List<Notice> late, List<Notice> soon, Map<String, WorklistTask> tasks) {
        if (!late.isEmpty() || !soon.isEmpty()) {
            MailTexts.Text text = texts.digest(user, late, soon, tasks);
            String key = Notices.digestKey(user.username(), LocalDate.now(clock));
            outbox.put(key, user, Outbox.Kind.DIGEST, text.subject(), text.body());
        }
    }

    private static List<String> names(List<Waiting> people, Predicate<Waiting> which) {
        return people.stream().filter(which).map(Waiting::username).toList();
    }

    private static Map<String, List<Notice>> byPerson(List<Notice> notices) {
        return notices.stream().collect(Collectors.groupingBy(Notice::username));
    }

    /** The person's first daily mail after a moment. */
    private Instant next(Wish wish, Instant moment) {
        ZonedDateTime after = moment.atZone(clock.getZone());
        ZonedDateTime at = after.with(wish.digestAt()).withNano(0);
        if (!at.isAfter(after)) {
            at = at.plusDays(1);
        }
        while (!isWorkingDay(at.toLocalDate())) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }

    /** The staff's own country: that of the installation's zone. */
    private boolean isWorkingDay(LocalDate day) {
        return workingDays.isWorkingDay(day, clock.getZone().getId().equals("Europe/Stockholm") ? "SE" : "DK");
    }
}
