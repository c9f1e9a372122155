package org.trivsel.practice.followup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.ModelTimers;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.network.NetworkMembers;
import org.trivsel.practice.plan.SafetyPlans;

/** The plan in operation: start of observation (F24) and visits and drills (F25), in this phase only (C14). */
@Component
class ObservationForms extends ContributionTo {

    private static final int WEEKS_TO_FIRST_FOLLOW_UP = 4;
    private static final Duration EXTRA_VISITS = Duration.ofDays(28);
    private static final Duration BETWEEN_EXTRA_VISITS = Duration.ofDays(7);

    private final SafetyCases cases;
    private final SafetyPlans plans;
    private final NetworkMembers members;
    private final DeadlineDates dates;
    private final ModelTimers timers;
    private final JdbcClient jdbc;
    private final VisitPlans visitPlans;
    private final Clock clock;

    ObservationForms(
            SafetyCases cases,
            SafetyPlans plans,
            NetworkMembers members,
            DeadlineDates dates,
            ModelTimers timers,
            JdbcClient jdbc,
            VisitPlans visitPlans,
            Clock clock) {
        super("start-observation", ControlVisits.FORM);
        this.cases = cases;
        this.plans = plans;
        this.members = members;
        this.dates = dates;
        this.timers = timers;
        this.jdbc = jdbc;
        this.visitPlans = visitPlans;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        String caseRef = context.requireCase();
        SafetyPlans.Version plan = plans.inForce(caseRef).orElse(null);
        if (plan == null) {
            return;
        }
        if (context.formId().equals("start-observation")) {
            data.put("observationMonths", 4);
            ObjectNode visitPlan = data.putObject("visitPlan");
            visitPlan.put("minPerMonth", 1);
            visitPlan.set(
                    "timeWindows",
                    plan.content().node().path("controlAgreement").path("hours"));
            return;
        }
        data.put("type", "UNANNOUNCED_VISIT");
        ArrayNode rules = data.putArray("rulesChecked");
        plan.content().rows("rules").forEach(rule -> rules.addObject().put("rule", String.valueOf(rule.number("no"))));
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        SafetyPlans.Version plan = plans.inForce(submission.caseRef()).orElse(null);
        if (plan == null) {
            problems.add("", "no-plan-in-force");
            return;
        }
        if (submission.formId().equals("start-observation")) {
            LocalDate start = form.date("startDate");
            Instant decided = plan.decidedAt() == null ? submission.at() : plan.decidedAt();
            problems.addIf(
                    start.isBefore(LocalDate.ofInstant(decided, clock.getZone())), "startDate", "before-approval");
            problems.addIf(start.isAfter(LocalDate.now(clock)), "startDate", "in-future");
            dates.agreed(submission.caseRef(), "CHILD_HOME")
                    .ifPresent(home -> problems.addIf(
                            start.isBefore(LocalDate.ofInstant(home, clock.getZone())), "startDate", "before-home"));
            problems.addIf(
                    form.date("firstFollowUpAt").isAfter(start.plusWeeks(WEEKS_TO_FIRST_FOLLOW_UP))
                            || form.date("firstFollowUpAt").isBefore(start),
                    "firstFollowUpAt",
                    "first-follow-up-late",
                    WEEKS_TO_FIRST_FOLLOW_UP);
            return;
        }
        problems.addIf(!form.has("rulesChecked"), "rulesChecked", "required");
        List<Answers> hours = plan.content().group("controlAgreement").rows("hours");
        LocalTime time = form.instant("at").atZone(clock.getZone()).toLocalTime();
        problems.addIf(
                form.text("type").equals("UNANNOUNCED_VISIT")
                        && hours.stream().noneMatch(window -> within(window, time))
                        && !form.has("outsideHoursReason"),
                "outsideHoursReason",
                "outside-hours");
    }

    private static boolean within(Answers window, LocalTime time) {
        LocalTime from = LocalTime.parse(window.text("from"));
        LocalTime to = window.is("to", "24:00") ? LocalTime.MAX : LocalTime.parse(window.text("to"));
        return from.isAfter(to) ? !time.isBefore(from) || !time.isAfter(to) : !time.isBefore(from) && !time.isAfter(to);
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        if (submission.formId().equals("start-observation")) {
            int months = form.number("observationMonths");
            Instant start = form.instant("startDate");
            cases.observe(caseRef, form.date("startDate"), months);
            members.activate(caseRef);
            for (String clockCode : new String[] {"OBSERVATION_START", "LAST_VISIT", "LAST_CHILD_TALK"}) {
                dates.start(caseRef, clockCode, start);
            }
            dates.agree(
                    caseRef,
                    "T-OBSPLAN",
                    start.atZone(clock.getZone()).plusMonths(months).toInstant());
            dates.agree(caseRef, "NEXT_MEETING", form.instant("firstFollowUpAt"));
            return Map.of();
        }
        jdbc.sql("insert into control_visit (case_ref, type, at, deviation, entry_id) values (?, ?, ?, ?, ?)")
                .params(caseRef, form.text("type"), Columns.utc(form.instant("at")), form.flag("deviation"), entryId)
                .update();
        visitPlans.made(caseRef, form.instant("at"));
        if (form.is("type", "UNANNOUNCED_VISIT")) {
            dates.start(caseRef, "LAST_VISIT", form.instant("at"));
            timers.follow(caseRef, "T-VISIT");
            nextVisit(caseRef, form.instant("at"));
        }
        return Map.of();
    }

    /** After a serious deviation visits come weekly for four weeks, then monthly again (E2). */
    private void nextVisit(String caseRef, Instant visited) {
        boolean weekly = dates.started(caseRef, "EXTRA_VISITS")
                .filter(since -> visited.isBefore(since.plus(EXTRA_VISITS)))
                .isPresent();
        if (weekly) {
            dates.agree(caseRef, "T-VISIT", visited.plus(BETWEEN_EXTRA_VISITS));
        } else {
            dates.forget(caseRef, "T-VISIT");
        }
    }
}
