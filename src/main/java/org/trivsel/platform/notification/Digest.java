package org.trivsel.platform.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.deadline.WorkingDays;
import org.trivsel.platform.engine.WakeUp;
import org.trivsel.platform.engine.WakeUps;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.notification.NoticeWishes.Wish;
import org.trivsel.platform.notification.Notices.Notice;
import org.trivsel.platform.notification.Notices.Waiting;

/**
 * One mail per person and working day with what is due soon and what is late, at the time the person chose.
 * Where there is nothing to say, none is sent.
 */
@Component
class Digest implements WakeUp {

    static final String TYPE = "digest";

    private final Notices notices;
    private final NoticeWishes wishes;
    private final Users users;
    private final Outbox outbox;
    private final MailTexts texts;
    private final WorkingDays workingDays;
    private final WakeUps wakeUps;
    private final Clock clock;

    Digest(
            Notices notices,
            NoticeWishes wishes,
            Users users,
            Outbox outbox,
            MailTexts texts,
            WorkingDays workingDays,
            WakeUps wakeUps,
            Clock clock) {
        this.notices = notices;
        this.wishes = wishes;
        this.users = users;
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
    public void wake() {
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(clock.getZone());
        if (isWorkingDay(local.toLocalDate())) {
            notices.waiting(now).stream()
                    .collect(Collectors.groupingBy(
                            one -> local.with(one.wish().digestAt()).toInstant()))
                    .forEach((itsTime, people) -> {
                        if (!itsTime.isAfter(now)) {
                            send(people, itsTime);
                        }
                    });
        }
    }

    /** The next daily mail of whoever has something to hear already, or once what they were told of is late. */
    @Override
    public Optional<Instant> next(Instant since) {
        return Stream.concat(
                        notices.waiting(since).stream().map(one -> next(one.wish(), since)),
                        notices.firstLateAfter(since).stream()
                                .map(one ->
                                        next(wishes.of(one.username()), WholeDays.end(one.dueAt(), clock.getZone()))))
                .min(Comparator.naturalOrder());
    }

    /** @param itsTime when today's was to come: what came since is tomorrow's, however late this is */
    private void send(List<Waiting> waiting, Instant itsTime) {
        List<String> people = waiting.stream().map(Waiting::username).toList();
        Map<String, List<Notice>> late = byPerson(notices.late(people, itsTime));
        Map<String, List<Notice>> unmailed = byPerson(notices.unmailed(people, itsTime));
        waiting.forEach(one -> send(
                one, late.getOrDefault(one.username(), List.of()), unmailed.getOrDefault(one.username(), List.of())));
        if (!unmailed.isEmpty()) {
            notices.mailed(people, itsTime);
        }
    }

    private void send(Waiting person, List<Notice> late, List<Notice> unmailed) {
        Set<Long> told = new HashSet<>(late.stream().map(Notice::deadlineId).toList());
        List<Notice> due = unmailed.stream()
                .filter(one -> one.endedAt() == null && person.wish().reminders())
                .filter(one -> told.add(one.deadlineId()))
                .toList();
        if (late.isEmpty() && due.isEmpty()) {
            return;
        }
        users.find(person.username()).ifPresent(user -> {
            MailTexts.Text text = texts.digest(user, late, due);
            String key = "digest/" + user.username() + "/" + LocalDate.now(clock);
            outbox.put(key, user, Outbox.Kind.DIGEST, text.subject(), text.body());
        });
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
