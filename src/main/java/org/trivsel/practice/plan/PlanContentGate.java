package org.trivsel.practice.plan;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.Statements;

/**
 * G6: the eight minimum contents of a plan (R188–R195), every danger statement covered by a rule with a network person
 * and a backup, both halves of the contingency, a rota without gap, readiness rated.
 */
@Component
class PlanContentGate implements TaskGate {

    private static final Duration AUTHORITY_WITHIN = Duration.ofHours(24);
    private static final int LOW_READINESS = 5;

    private final SafetyPlans plans;
    private final Statements statements;
    private final People people;
    private final SafetyCases cases;

    PlanContentGate(SafetyPlans plans, Statements statements, People people, SafetyCases cases) {
        this.cases = cases;
        this.plans = plans;
        this.statements = statements;
        this.people = people;
    }

    @Override
    public String key() {
        return "G6";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        Answers plan = submission != null && submission.formId().equals("submit-safety-plan")
                ? submission.answers()
                : plans.latest(caseRef).map(SafetyPlans.Version::content).orElse(null);
        if (plan == null) {
            return List.of(Missing.of("no-plan", "task:UserTask_SubmitSafetyPlan"));
        }
        List<Missing> missing = new ArrayList<>();
        contents(plan, missing);
        coverage(caseRef, plan, missing);
        rota(plan, missing);
        stepDown(caseRef, plan, missing);
        readiness(caseRef, plan, missing);
        return missing;
    }

    private static void contents(Answers plan, List<Missing> missing) {
        addIf(!plan.has("agreements"), missing, "content-1-agreements");
        addIf(!plan.has("contacts"), missing, "content-2-contacts");
        addIf(!plan.group("childPresentation").has("how"), missing, "content-4-child");
        addIf(!plan.has("rules"), missing, "content-5-rules");
        addIf(
                !plan.has("professionalAgreements") && !plan.has("professionalAgreementsNone"),
                missing,
                "content-6-professionals");
        addIf(!plan.has("informationPlan"), missing, "content-7-information");
        Answers contingency = plan.group("contingency");
        addIf(!contingency.has("newConcern"), missing, "content-8a-new-concern");
        addIf(!contingency.has("planFails"), missing, "content-8b-plan-fails");
        addIf(
                contingency.has("planFails")
                        && contingency.rows("planFails").stream().noneMatch(PlanContentGate::withinADay),
                missing,
                "content-8b-within-24h");
    }

    private static boolean withinADay(Answers step) {
        String within = step.text("within");
        return within.startsWith("PT")
                ? Duration.parse(within).compareTo(AUTHORITY_WITHIN) <= 0
                : !within.isEmpty() && Period.parse(within).getDays() < 1;
    }

    private void coverage(String caseRef, Answers plan, List<Missing> missing) {
        Set<String> network =
                people.of(caseRef, Person.Role.NETWORK).stream().map(Person::id).collect(Collectors.toSet());
        for (Statements.Statement statement : statements.statements(caseRef)) {
            List<Answers> covering = plan.rows("rules").stream()
                    .filter(rule -> rule.values("coversStatement").contains(statement.id()))
                    .toList();
            if (covering.isEmpty()) {
                missing.add(Missing.of("danger-uncovered", null, statement.id()));
            } else if (covering.stream()
                    .noneMatch(rule -> rule.values("who").stream().anyMatch(network::contains))) {
                missing.add(Missing.of("danger-without-network", null, statement.id()));
            }
        }
        for (Answers rule : plan.rows("rules")) {
            Set<String> backup = new HashSet<>(rule.values("backup"));
            rule.values("who").forEach(backup::remove);
            if (backup.isEmpty()) {
                missing.add(Missing.of("rule-without-backup", null, rule.number("no")));
            }
        }
    }

    private static void rota(Answers plan, List<Missing> missing) {
        if (plan.flag("neverAlone")) {
            Rota.of(plan.rows("rota")).gaps().forEach(gap -> missing.add(Missing.of("rota-gap", null, gap)));
        }
    }

    /** Stepping down from "never alone" is never decided without the caseworker (R220). */
    private void stepDown(String caseRef, Answers plan, List<Missing> missing) {
        String caseworker = cases.get(caseRef).caseworker();
        addIf(
                plan.flag("neverAlone")
                        && plan.rows("stepDown").stream()
                                .anyMatch(step -> !step.values("decidedBy").contains(caseworker)),
                missing,
                "step-down-without-caseworker");
    }

    private void readiness(String caseRef, Answers plan, List<Missing> missing) {
        for (Person parent : people.of(caseRef, Person.Role.PARENT)) {
            plan.rows("readiness").stream()
                    .filter(row -> row.is("person", parent.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            row -> addIf(isLow(row) && !row.has("comment"), missing, "readiness-comment", parent.id()),
                            () -> missing.add(Missing.of("readiness-missing", null, parent.id())));
        }
    }

    private static boolean isLow(Answers row) {
        return row.number("will") < LOW_READINESS
                || row.number("belief") < LOW_READINESS
                || row.number("ability") < LOW_READINESS;
    }

    private static void addIf(boolean wrong, List<Missing> missing, String code, Object... args) {
        if (wrong) {
            missing.add(Missing.of(code, null, args));
        }
    }
}
