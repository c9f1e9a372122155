package org.trivsel.practice.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.People.Newcomer;

/** The referral (F02): opens the case file, registers children and custody holders, starts the 24-hour clock. */
@Component
class Referral extends ContributionTo {

    /** Service Act § 52(3)(3) was repealed for children on 1 January 2024 (C15). */
    private static final LocalDate BARNETS_LOV = LocalDate.of(2024, 1, 1);

    private final SafetyCases cases;
    private final People people;
    private final Users users;
    private final CaseMembers members;
    private final DeadlineDates deadlines;
    private final ChildAges ages;
    private final Clock clock;

    Referral(
            SafetyCases cases,
            People people,
            Users users,
            CaseMembers members,
            DeadlineDates deadlines,
            ChildAges ages,
            Clock clock) {
        super(ReferCase.FORM);
        this.cases = cases;
        this.people = people;
        this.users = users;
        this.members = members;
        this.deadlines = deadlines;
        this.ages = ages;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        data.put("track", "STANDARD").put("mode", "DK_SUPPORT_CONSENT").put("legalBasis", "BL32_1_5");
        if (context.user().has(Role.CASEWORKER)) {
            data.put("caseworker", context.user().username());
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(form.is("substitute", form.text("caseworker")), "substitute", "substitute-same");
        problems.addIf(form.instant("notificationAt").isAfter(clock.instant()), "notificationAt", "in-future");
        LocalDate notified = form.date("notificationAt");
        String law = form.text("legalBasis");
        problems.addIf(
                (law.equals("SEL52_3_3") && !notified.isBefore(BARNETS_LOV))
                        || (law.equals("BL32_1_5") && notified.isBefore(BARNETS_LOV)),
                "legalBasis",
                "law-not-in-force");
        problems.addIf(danish(form) == law.matches("SoL.*|LVU.*"), "legalBasis", "law-of-other-country");
        problems.addIf(form.rows("children").isEmpty(), "children", "required");
        problems.addIf(form.rows("custodyHolders").isEmpty(), "custodyHolders", "required");
        boolean unborn = form.is("track", "UNBORN");
        for (int i = 0; i < form.rows("children").size(); i++) {
            Answers child = form.rows("children").get(i);
            problems.addIf(unborn && i == 0 && !child.has("dueDate"), "children[" + i + "].dueDate", "due-date-needed");
            LocalDate birth = child.dateOrNull("birthDate");
            problems.addIf(
                    birth != null && birth.isAfter(LocalDate.now(clock)), "children[" + i + "].birthDate", "in-future");
        }
        problems.addIf(
                form.is("track", "RETURN_HOME") && form.is("placementStatus", "HOME"),
                "placementStatus",
                "return-home-needs-placement");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        User caseworker = users.find(form.text("caseworker")).orElseThrow();
        User manager = users.managerOf(caseworker.team())
                .or(() -> users.withRole(Role.MANAGER).stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("no manager is registered"));
        cases.open(new SafetyCase(
                caseRef,
                form.text("track"),
                form.text("mode"),
                form.text("legalBasis"),
                danish(form) ? "DK" : "SE",
                "REFERRED",
                form.text("placementStatus"),
                form.text("policeCase"),
                caseworker.username(),
                form.text("substitute"),
                null,
                null,
                manager.username(),
                caseworker.team(),
                false,
                false,
                submission.at(),
                null,
                null,
                null));
        users.withRole(Role.CONSULTANT).forEach(one -> members.grant(caseRef, one.username(), "POOL"));
        form.rows("children").forEach(child -> registerChild(caseRef, child));
        form.rows("custodyHolders").forEach(holder -> registerCustodyHolder(caseRef, holder));
        startClocks(caseRef, form);
        ages.startClock(caseRef);
        return Map.of();
    }

    private void registerChild(String caseRef, Answers child) {
        String name = child.has("name") ? child.text("name") : child.text("pseudonym");
        people.register(
                caseRef,
                new Newcomer(
                        Person.Role.CHILD,
                        name,
                        child.text("pseudonym"),
                        null,
                        child.dateOrNull("birthDate"),
                        child.dateOrNull("dueDate"),
                        child.textOrNull("livesWith"),
                        false,
                        null,
                        null));
    }

    private void registerCustodyHolder(String caseRef, Answers holder) {
        people.register(
                caseRef,
                new Newcomer(
                        Person.Role.PARENT,
                        holder.text("name"),
                        null,
                        holder.text("relation"),
                        holder.dateOrNull("birthDate"),
                        null,
                        null,
                        true,
                        holder.textOrNull("phone"),
                        null));
    }

    private void startClocks(String caseRef, Answers form) {
        deadlines.start(caseRef, "NOTIFICATION", form.instant("notificationAt"));
        if (form.flag("investigationOngoing") && form.has("investigationAwareOn")) {
            deadlines.start(caseRef, "AWARENESS", form.instant("investigationAwareOn"));
        }
        if (form.is("mode", "SE_LVU")) {
            // the six months of LVU § 13 run from the care order; until its date is asked for, from the notification
            deadlines.start(caseRef, "LVU_CARE", form.instant("notificationAt"));
        }
        if (form.has("investigationDeadline")) {
            deadlines.agree(caseRef, "T-BFU", form.instant("investigationDeadline"));
        }
        form.rows("children").stream()
                .filter(child -> child.has("dueDate"))
                .findFirst()
                .ifPresent(child -> deadlines.start(caseRef, "DUE_DATE", child.instant("dueDate")));
    }

    private static boolean danish(Answers form) {
        return form.text("mode").startsWith("DK");
    }
}
