package org.trivsel.practice.casepage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.casefile.Names;
import org.trivsel.practice.child.ChildConversations;
import org.trivsel.practice.child.WordsAndPictures;
import org.trivsel.practice.followup.ControlVisits;
import org.trivsel.practice.followup.ObservationGaps;
import org.trivsel.practice.meeting.Meetings;

/** What was held and made in a case: meetings, visits, conversations with the children, words and pictures. */
@Component
class CaseEvents {

    private final Meetings meetings;
    private final ControlVisits visits;
    private final ObservationGaps gaps;
    private final ChildConversations conversations;
    private final WordsAndPictures pictures;
    private final Names names;
    private final Wording wording;

    CaseEvents(
            Meetings meetings,
            ControlVisits visits,
            ObservationGaps gaps,
            ChildConversations conversations,
            WordsAndPictures pictures,
            Names names,
            Wording wording) {
        this.meetings = meetings;
        this.visits = visits;
        this.gaps = gaps;
        this.conversations = conversations;
        this.pictures = pictures;
        this.names = names;
        this.wording = wording;
    }

    /** @param notes what is worth knowing of it, each a short phrase */
    record Event(String at, String what, List<String> notes) {}

    private record Dated(Instant at, Event event) {}

    List<Event> meetings(String caseRef, Locale locale) {
        Stream<Dated> held = meetings.of(caseRef).stream()
                .map(one -> dated(
                        one.heldAt(),
                        wording.text("meeting." + one.kind(), locale),
                        notes(
                                note(one.caseworkerPresent(), "meeting.caseworkerPresent", locale),
                                one.minutesSentAt() == null
                                        ? ""
                                        : wording.text(
                                                "meeting.minutesSent",
                                                locale,
                                                wording.day(one.minutesSentAt(), locale))),
                        locale));
        return inOrder(held, gaps(caseRef, ObservationGaps.Kind.MEETING, locale));
    }

    List<Event> visits(String caseRef, Locale locale) {
        Stream<Dated> made = visits.of(caseRef).stream()
                .map(one -> dated(
                        one.at(),
                        wording.text("visit." + one.type(), locale),
                        List.of(wording.text(one.deviation() ? "visit.deviation" : "visit.asPlanned", locale)),
                        locale));
        return inOrder(made, gaps(caseRef, ObservationGaps.Kind.VISIT, locale));
    }

    private Stream<Dated> gaps(String caseRef, ObservationGaps.Kind kind, Locale locale) {
        return gaps.of(caseRef, kind).stream()
                .map(one -> dated(
                        one.notedAt(),
                        wording.text("gap." + kind, locale),
                        List.of(wording.text("gap.since", locale, wording.day(one.since(), locale))),
                        locale));
    }

    private Dated dated(Instant at, String what, List<String> notes, Locale locale) {
        return new Dated(at, new Event(wording.time(at, locale), what, notes));
    }

    private static List<Event> inOrder(Stream<Dated> some, Stream<Dated> others) {
        return Stream.concat(some, others)
                .sorted(Comparator.comparing(Dated::at))
                .map(Dated::event)
                .toList();
    }

    List<Event> conversations(String caseRef, User reader, Locale locale) {
        Map<String, String> known = names.byId(caseRef, reader);
        return conversations.of(caseRef).stream()
                .map(one -> new Event(
                        wording.day(one.at(), locale),
                        known.getOrDefault(one.child(), one.child()) + ": "
                                + wording.text("conversation." + one.type(), locale),
                        notes(note(!one.held(), "conversation.waived", locale))))
                .toList();
    }

    List<Event> pictures(String caseRef, Locale locale) {
        return pictures.of(caseRef).stream()
                .map(one -> new Event(
                        wording.text("pictures.version", locale, one.number()),
                        wording.text("pictures." + one.type(), locale),
                        notes(
                                dated("pictures.approved", wording.day(one.approvedAt(), locale), locale),
                                dated("pictures.toChild", wording.day(one.presentedToChild(), locale), locale),
                                dated("pictures.toNetwork", wording.day(one.presentedToNetwork(), locale), locale))))
                .toList();
    }

    private String dated(String key, String day, Locale locale) {
        return day.isEmpty() ? wording.text(key + ".not", locale) : wording.text(key, locale, day);
    }

    private String note(boolean holds, String key, Locale locale) {
        return holds ? wording.text(key, locale) : "";
    }

    private static List<String> notes(String... notes) {
        return Stream.of(notes).filter(note -> !note.isEmpty()).toList();
    }
}
