package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.deadline.DeadlineMoves;
import org.trivsel.platform.deadline.DeadlineRegister;
import org.trivsel.platform.deadline.RunningDeadline;
import org.trivsel.platform.worklist.WorkFreeze;
import org.trivsel.practice.followup.ObservationGaps;
import org.trivsel.practice.followup.VisitPlans;
import org.trivsel.practice.meeting.Agreements;
import org.trivsel.practice.meeting.PlannedMeetings;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;
import org.trivsel.practice.meeting.PlannedMeetings.State;

/** Meetings and visits of a case as people plan them, and that no visit without notice is seen where a family could see it. */
@OnH2
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingsIT extends LifeTest {

    @Autowired
    MockMvc web;

    @Autowired
    PlannedMeetings planned;

    @Autowired
    Agreements agreements;

    @Autowired
    VisitPlans visits;

    @Autowired
    ObservationGaps gaps;

    @Autowired
    DeadlineRegister register;

    @Autowired
    DeadlineMoves deadlineMoves;

    @Autowired
    WorkFreeze freeze;

    @Autowired
    GreenMail server;

    @BeforeAll
    void thePlanIsSubmitted() {
        begin(CaseScript.read("case-a", json).as("2026-0821"));
        playUntil("2026-04-20T12:00");
    }

    @Test
    @Order(1)
    void aFormThatAgreesOnTheNextMeetingCallsIt() {
        assertThat(planned.of(caseRef()))
                .extracting(one -> one.plan().kind() + " " + one.state())
                .contains("STARTUP HELD", "NETWORK HELD");
        assertThat(agreements.of(caseRef())).isNotEmpty();
    }

    @Test
    @Order(2)
    void aVisitBeforeTheObservationIsRefusedAndKeepsWhatWasTyped() throws Exception {
        var answer = send(visit("2026-05-13", "07:25"));
        assertThat(problem(answer)).contains("Besøg hører til observationen");
        assertThat(visits.of(caseRef())).isEmpty();
        assertThat(shown("/visits")).contains("Besøg hører til observationen");
    }

    @Test
    @Order(3)
    void whatIsNoMeetingIsRefusedInWords() throws Exception {
        playUntil("2026-04-24T12:00");
        int before = planned.of(caseRef()).size();
        assertThat(problem(send(meeting("2026-04-01", "10:00", "11:00")))).contains("fortiden");
        assertThat(problem(send(meeting("2026-05-01", "11:00", "10:00")))).contains("slutter, før");
        assertThat(problem(send(meeting("never", "11:00", "10:00")))).contains("Vælg en dag");
        assertThat(problem(send(post("/cases/" + caseRef() + "/meetings")
                        .param("day", "2026-05-01")
                        .param("from", "10:00")
                        .param("to", "11:00"))))
                .contains("hvem der deltager");
        assertThat(planned.of(caseRef())).hasSize(before);
    }

    @Test
    @Order(4)
    void aMeetingThatIsMovedMovesTheTaskThatWaitsForItAndTellsTheStaff() throws Exception {
        Planned next = next();
        server.purgeEmailFromAllMailboxes();

        send(post("/cases/" + caseRef() + "/meetings/" + next.id())
                .param("day", "2026-05-08")
                .param("from", "18:30")
                .param("to", "20:00")
                .param("reason", "Farfar kan først den 8."));
        time.runDue();

        Instant moved = at("2026-05-08T18:30");
        assertThat(next().plan().startsAt()).isEqualTo(moved);
        assertThat(dates.agreed(caseRef(), "NEXT_MEETING")).contains(moved);
        assertThat(planned.moves(caseRef()).get(0).reason()).isEqualTo("Farfar kan først den 8.");
        assertThat(mails()).anySatisfy(mail -> assertThat(mail).contains(caseRef(), "flyttet til", "18.30"));
        time.moveTo(at("2026-05-01T12:00"));
        worklist.ofCase(caseRef()).stream()
                .filter(task -> task.taskKey().equals("UserTask_HoldNetworkMeeting"))
                .forEach(task -> assertThat(task.dueAt()).isEqualTo(moved));
    }

    @Test
    @Order(5)
    void theSecondClickCallsNoSecondMeeting() throws Exception {
        int before = planned.of(caseRef()).size();
        for (int click = 0; click < 2; click++) {
            send(meeting("2026-08-27", "16:00", "17:00")
                    .param("kind", "CLOSING")
                    .param("ticket", "one-click"));
        }
        assertThat(planned.of(caseRef())).hasSize(before + 1);
        Planned closing = planned.of(caseRef()).stream()
                .filter(one -> one.plan().kind() == PlannedMeetings.Kind.CLOSING)
                .findFirst()
                .orElseThrow();
        assertThat(problem(send(post("/cases/" + caseRef() + "/meetings/" + closing.id())
                        .param("act", "cancel"))))
                .contains("begrundelse");
        send(post("/cases/" + caseRef() + "/meetings/" + closing.id())
                .param("act", "cancel")
                .param("reason", "For tidligt"));
        assertThat(planned.find(caseRef(), closing.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    @Order(6)
    void theLotFallsWithinTheHoursTheParentsConsentedToAndBeforeTheVisitIsDue() {
        Set<LocalDate> days = new HashSet<>();
        LocalDate last = LocalDate.ofInstant(visits.latest(caseRef()), ZONE);
        for (int i = 0; i < 300; i++) {
            LocalDateTime drawn = LocalDateTime.ofInstant(visits.draw(caseRef()).orElseThrow(), ZONE);
            LocalTime time = drawn.toLocalTime();
            assertThat(time.isBefore(LocalTime.of(8, 16)) && !time.isBefore(LocalTime.of(6, 45))
                            || time.isBefore(LocalTime.of(20, 1)) && !time.isBefore(LocalTime.of(17, 30)))
                    .as("%s", drawn)
                    .isTrue();
            assertThat(drawn.toLocalDate())
                    .isAfter(LocalDate.parse("2026-05-01"))
                    .isBefore(last);
            days.add(drawn.toLocalDate());
        }
        assertThat(days).hasSizeGreaterThan(10);
    }

    @Test
    @Order(7)
    void aVisitOutsideTheHoursNeedsAReason() throws Exception {
        assertThat(problem(send(visit("2026-05-13", "12:00")))).contains("uden for de tider");
        assertThat(problem(send(visit("2026-04-13", "07:25")))).contains("fortiden");
        assertThat(visits.of(caseRef())).isEmpty();
    }

    @Test
    @Order(8)
    void noVisitWithoutNoticeIsSeenWhereAFamilyCouldSeeIt() throws Exception {
        server.purgeEmailFromAllMailboxes();
        send(visit("2026-05-13", "07:25"));
        assertThat(visits.of(caseRef())).hasSize(1);
        assertThat(shown("/visits")).contains("07.25");
        // a mail there is for certain: another class may have had the daily ones of these days
        send(meeting("2026-08-28", "16:00", "17:00")
                .param("kind", "CLOSING")
                .param("participants", "signe")
                .param("ticket", "told by mail"));
        time.moveTo(at("2026-05-12T12:00"));

        List<String> seen = new ArrayList<>(mails());
        assertThat(seen).isNotEmpty();
        for (String language : List.of("da", "sv", "en")) {
            seen.add(web.perform(get("/cases/" + caseRef() + "/meetings/" + next().id() + "/invitation")
                            .param("language", language)
                            .with(SecurityMockMvcRequestPostProcessors.user("lars")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        }
        for (String part : List.of("", "/meetings", "/deadlines", "/journal")) {
            seen.add(shown(part));
        }
        for (String username : List.of("signe", "mads", "lars", "ida", "karen")) {
            String address = (String) web.perform(post("/me/calendar")
                            .with(SecurityMockMvcRequestPostProcessors.user(username))
                            .with(csrf()))
                    .andReturn()
                    .getFlashMap()
                    .get("address");
            seen.add(web.perform(get(address.substring("http://localhost:8080".length())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        }
        assertThat(seen).allSatisfy(text -> assertThat(text)
                .doesNotContain("07.25", "07:25", "7:25", "20260513T0525", "20260513T0725"));
    }

    @Test
    @Order(9)
    void theInvitationSpeaksTheFamilysLanguageAndSaysNothingOfWhy() throws Exception {
        String letter = web.perform(get("/cases/" + caseRef() + "/meetings/" + next().id() + "/invitation")
                        .param("language", "sv")
                        .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(letter).contains("Inbjudan till nätverksmöte", "fredag 8 maj 2026, 18:30–20:00");
        assertThat(letter).doesNotContain("Alma", "Mette");
    }

    @Test
    @Order(10)
    void severalMeetingsStandBesideEachOtherAndTheModelsWaitForTheNextOne() throws Exception {
        send(meeting("2026-06-25", "16:00", "17:30").param("ticket", "late one"));
        assertThat(dates.agreed(caseRef(), "NEXT_MEETING")).contains(at("2026-06-25T16:00"));
        send(meeting("2026-06-10", "16:00", "17:30").param("ticket", "early one"));

        assertThat(dates.agreed(caseRef(), "NEXT_MEETING")).contains(at("2026-06-10T16:00"));
        Planned early = starting("2026-06-10T16:00");
        assertThat(starting("2026-06-25T16:00").state()).isEqualTo(State.PLANNED);
        assertThat(planned.moves(caseRef()).get(0))
                .extracting(PlannedMeetings.Move::meetingId, PlannedMeetings.Move::kind)
                .containsExactly(early.id(), "CALLED");

        send(post("/cases/" + caseRef() + "/meetings/" + early.id())
                .param("act", "cancel")
                .param("reason", "Alle er rejst"));
        assertThat(dates.agreed(caseRef(), "NEXT_MEETING")).contains(at("2026-06-25T16:00"));
        assertThat(player.task(caseRef(), "UserTask_HoldNetworkMeeting", null).dueAt())
                .isEqualTo(at("2026-06-25T16:00"));
    }

    @Test
    @Order(11)
    void aPlaceIsFoundAfterTheDateWithoutAReasonAndWithoutAMove() throws Exception {
        Planned late = starting("2026-06-25T16:00");
        int moves = planned.moves(caseRef()).size();
        MockHttpServletRequestBuilder change = post("/cases/" + caseRef() + "/meetings/" + late.id())
                .param("day", "2026-06-25")
                .param("from", "16:00")
                .param("to", "17:30")
                .param("interpreter", "arabisk");
        assertThat(send(change.param("place", "Biblioteket, lokale 2"))).isNull();

        Planned changed = starting("2026-06-25T16:00");
        assertThat(changed.plan().place()).isEqualTo("Biblioteket, lokale 2");
        assertThat(changed.plan().participants()).isEqualTo(late.plan().participants());
        assertThat(planned.moves(caseRef())).hasSize(moves);
        assertThat(shown("/meetings/" + late.id() + "/invitation"))
                .contains("Biblioteket, lokale 2", "arabisk", "25 juni 2026");
    }

    @Test
    @Order(12)
    void aVisitIsMovedWithAReasonThatStaysInItsHistory() throws Exception {
        VisitPlans.PlannedVisit visit = visits.of(caseRef()).get(0);
        var refused = web.perform(post("/cases/" + caseRef() + "/visits/" + visit.id())
                        .param("day", "2026-05-14")
                        .param("time", "18:10")
                        .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("changed");
        assertThat(problem(refused)).contains("begrundelse", "2026-05-14", "18:10");

        send(post("/cases/" + caseRef() + "/visits/" + visit.id())
                .param("day", "2026-05-14")
                .param("time", "18:10")
                .param("reason", "Bilen er på værksted"));

        assertThat(visits.of(caseRef()).get(0).at()).isEqualTo(at("2026-05-14T18:10"));
        assertThat(visits.moves(caseRef()))
                .extracting(VisitPlans.Move::from, VisitPlans.Move::to, VisitPlans.Move::reason, VisitPlans.Move::by)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        at("2026-05-13T07:25"), at("2026-05-14T18:10"), "Bilen er på værksted", "lars"));
        assertThat(shown("/visits")).contains("Bilen er på værksted");
        assertThat(shown("")).doesNotContain("18.10", "18:10", "værksted");
    }

    @Test
    @Order(13)
    void theTimerOfTheModelFollowsAMovedDateByWhatItWaitsFor() {
        RunningDeadline visit = register.running(caseRef()).stream()
                .filter(one -> one.ruleKey().equals("T-VISIT"))
                .findFirst()
                .orElseThrow();
        assertThat(visitOverdue()).isEqualTo(visit.dueAt().plus(Duration.ofDays(7)));
        LocalDate dayAfter = LocalDate.ofInstant(visit.dueAt(), ZONE).plusDays(1);

        deadlineMoves.extend("lars", caseRef(), visit.id(), dayAfter, "Familien er hos bedstemor");

        assertThat(visitOverdue()).isEqualTo(visit.dueAt().plus(Duration.ofDays(8)));
    }

    private Instant visitOverdue() {
        List<Job> timers = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef()).list().stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("BoundaryEvent_VisitOverdue")
                        .list()
                        .stream())
                .toList();
        assertThat(timers).hasSize(1);
        return timers.get(0).getDuedate().toInstant();
    }

    @Test
    @Order(14)
    void theLotKeepsToTheHoursEvenWhenTheVisitIsLate() {
        time.moveTo(at("2026-06-02T21:00"));
        assertThat(visits.latest(caseRef())).isBefore(at("2026-06-02T21:00"));
        for (int i = 0; i < 50; i++) {
            Instant drawn = visits.draw(caseRef()).orElseThrow();
            assertThat(drawn).isBetween(at("2026-06-03T06:45"), at("2026-06-04T20:00"));
            assertThat(LocalDateTime.ofInstant(drawn, ZONE).getHour()).isIn(6, 7, 8, 17, 18, 19, 20);
        }
    }

    @Test
    @Order(15)
    void whoIsAskedLaterAndWhoIsNoLongerAskedAreTold() throws Exception {
        Planned late = starting("2026-06-25T16:00");
        server.purgeEmailFromAllMailboxes();

        assertThat(problem(send(change(late, "2026-06-25").param("choosing", "true"))))
                .contains("hvem der deltager");
        send(change(late, "2026-06-25").param("choosing", "true").param("participants", "P1", "signe"));
        time.runDue();

        assertThat(starting("2026-06-25T16:00").plan().participants()).containsExactlyInAnyOrder("P1", "signe");
        assertThat(planned.moves(caseRef()).get(0).kind()).isEqualTo("PEOPLE");
        assertThat(shown("/meetings")).contains("deltagere ændret");
        assertThat(mailTo("signe")).containsExactly(caseRef() + ": Netværksmøde indkaldt til 25. jun. 2026 16.00");

        send(change(late, "2026-06-25").param("choosing", "true").param("participants", "P1"));
        send(change(late, "2026-06-25").param("choosing", "true").param("participants", "P1", "signe"));
        time.runDue();

        assertThat(mailTo("signe"))
                .as("asked, no longer asked, asked again")
                .hasSize(3)
                .anySatisfy(subject -> assertThat(subject).contains("ikke længere indkaldt"));
    }

    @Test
    @Order(16)
    void aMeetingThatIsMovedWhileTheCaseStandsStillIsWhenPeopleSaidItIs() throws Exception {
        start("ida", "PauseRequested");
        give("signe", "UserTask_RegisterPause", form -> form.put("until", inDays(20)));
        assertThat(freeze.isFrozen(caseRef())).isTrue();

        send(change(starting("2026-06-25T16:00"), "2026-06-26").param("reason", "Bedstemor kan først fredag"));
        assertThat(task("UserTask_HoldNetworkMeeting").dueAt()).isEqualTo(at("2026-06-26T16:00"));

        later(Duration.ofDays(5));
        start("ida", "PauseEnded");

        assertThat(freeze.isFrozen(caseRef())).isFalse();
        assertThat(task("UserTask_HoldNetworkMeeting").dueAt()).isEqualTo(at("2026-06-26T16:00"));
    }

    @Test
    @Order(17)
    void aGapBetweenMeetingsAndBetweenVisitsStaysWithTheCase() throws Exception {
        waitUntil("2026-07-20T12:00");
        assertThat(gaps.of(caseRef(), ObservationGaps.Kind.MEETING)).hasSize(1);
        assertThat(gaps.of(caseRef(), ObservationGaps.Kind.VISIT)).hasSize(1);
        assertThat(shown("")).contains("for længe uden netværksmøde", "for længe uden besøg");

        waitUntil("2026-08-01T12:00");
        assertThat(gaps.of(caseRef(), ObservationGaps.Kind.MEETING))
                .as("one gap is noted once")
                .hasSize(1);
    }

    private MockHttpServletRequestBuilder change(Planned one, String day) {
        return post("/cases/" + caseRef() + "/meetings/" + one.id())
                .param("day", day)
                .param("from", "16:00")
                .param("to", "17:30");
    }

    private List<String> mailTo(String username) throws Exception {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage one : server.getReceivedMessages()) {
            if (one.getAllRecipients()[0].toString().startsWith(username + "@")) {
                subjects.add(one.getSubject());
            }
        }
        return subjects;
    }

    private Planned starting(String local) {
        return planned.of(caseRef()).stream()
                .filter(one -> one.plan().startsAt().equals(at(local)))
                .findFirst()
                .orElseThrow();
    }

    private Planned next() {
        return planned.of(caseRef()).stream()
                .filter(one -> one.state() == State.PLANNED && one.plan().kind() == PlannedMeetings.Kind.NETWORK)
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletRequestBuilder meeting(String day, String from, String to) {
        return post("/cases/" + caseRef() + "/meetings")
                .param("day", day)
                .param("from", from)
                .param("to", to)
                .param("place", "Lokale 3")
                .param("participants", "P1", "lars");
    }

    private MockHttpServletRequestBuilder visit(String day, String time) {
        return post("/cases/" + caseRef() + "/visits").param("day", day).param("time", time);
    }

    private Object send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("typed");
    }

    private static String problem(Object typed) {
        return String.valueOf(typed);
    }

    private String shown(String path) throws Exception {
        return web.perform(get("/cases/" + caseRef() + path).with(SecurityMockMvcRequestPostProcessors.user("lars")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private List<String> mails() throws Exception {
        List<String> texts = new ArrayList<>();
        for (MimeMessage one : server.getReceivedMessages()) {
            texts.add(one.getSubject() + "\n" + one.getContent());
        }
        return texts;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
