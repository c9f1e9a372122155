package org.trivsel.practice.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.ChildAges;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.People.Newcomer;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;

/** One child of several: it joins the case, leaves it, comes of age, or is not born (E6, E9, E14). */
@Component
class ChildForms extends ContributionTo {

    private static final Map<String, Integer> YEARS = Map.of("TEN", 10, "FIFTEEN", 15, "EIGHTEEN", 18);

    private final People people;
    private final ChildAges ages;
    private final SafetyCases cases;
    private final Clock clock;

    ChildForms(People people, ChildAges ages, SafetyCases cases, Clock clock) {
        super(
                "register-sibling",
                "record-child-outcome",
                "inform-of-age",
                "register-pregnancy-end",
                "update-police-case",
                "decide-protection");
        this.people = people;
        this.ages = ages;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.formId().equals("update-police-case")) {
            data.put("policeCase", cases.get(context.requireCase()).policeCase());
        }
        if (context.formId().equals("inform-of-age")) {
            ages.coming(context.requireCase()).ifPresent(turn -> {
                data.put("child", turn.child());
                YEARS.entrySet().stream()
                        .filter(age -> age.getValue() == turn.age())
                        .forEach(age -> data.put("age", age.getKey()));
            });
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        LocalDate today = LocalDate.now(clock);
        switch (submission.formId()) {
            case "register-sibling" -> {
                LocalDate born = form.dateOrNull("birthDate");
                problems.addIf(born != null && born.isAfter(today), "birthDate", "in-future");
                problems.addIf(
                        people.of(caseRef, Person.Role.CHILD).stream()
                                .anyMatch(child -> child.name().equals(form.text("name"))),
                        "name",
                        "already-in-case");
            }
            case "record-child-outcome" -> {
                problems.addIf(left(caseRef, form.text("child")), "child", "child-has-outcome");
                problems.addIf(remaining(caseRef) < 2, "child", "last-child");
            }
            case "inform-of-age" -> {
                LocalDate born = people.find(caseRef, form.text("child"))
                        .map(Person::birthDate)
                        .orElse(null);
                problems.addIf(
                        born == null
                                || born.plusYears(YEARS.get(form.text("age"))).isAfter(today.plusDays(90)),
                        "age",
                        "not-of-that-age");
            }
            case "register-pregnancy-end" -> problems.addIf(!people.awaitsChild(caseRef), "date", "no-child-awaited");
            default -> {}
        }
    }

    private boolean left(String caseRef, String child) {
        return people.find(caseRef, child).filter(one -> one.outcome() != null).isPresent();
    }

    private long remaining(String caseRef) {
        return people.of(caseRef, Person.Role.CHILD).stream()
                .filter(child -> child.outcome() == null)
                .count();
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        return switch (submission.formId()) {
            case "register-sibling" -> {
                Person sibling = register(caseRef, form);
                ages.startClock(caseRef); // the sibling may be the next to come of an age
                yield Map.of("child", sibling.id());
            }
            case "record-child-outcome" -> {
                people.outcome(caseRef, form.text("child"), form.text("outcome"));
                ages.startClock(caseRef);
                yield Map.of();
            }
            case "inform-of-age" -> informed(caseRef, form);
            case "register-pregnancy-end" -> {
                people.of(caseRef, Person.Role.CHILD).stream()
                        .filter(child -> child.birthDate() == null)
                        .forEach(child -> people.outcome(caseRef, child.id(), "PREGNANCY_ENDED"));
                yield Map.of("otherChild", remaining(caseRef) > 0);
            }
            case "update-police-case" -> {
                cases.policeCase(caseRef, form.text("policeCase"));
                yield Map.of();
            }
            default -> {
                form.values("persons").forEach(person -> people.protect(caseRef, person));
                yield Map.of();
            }
        };
    }

    private Person register(String caseRef, Answers form) {
        return people.register(
                caseRef,
                new Newcomer(
                        Person.Role.CHILD,
                        form.text("name"),
                        form.text("pseudonym"),
                        null,
                        form.dateOrNull("birthDate"),
                        null,
                        form.textOrNull("livesWith"),
                        false,
                        null,
                        null));
    }

    /** Eighteen ends the basis of this child's part; the others go on, and the clock turns to the next age. */
    private Map<String, Object> informed(String caseRef, Answers form) {
        String child = form.text("child");
        LocalDate birthday = people.find(caseRef, child)
                .map(Person::birthDate)
                .map(born -> born.plusYears(YEARS.get(form.text("age"))))
                .orElseThrow();
        LocalDate today = LocalDate.now(clock);
        LocalDate seen = birthday.isAfter(today) ? birthday : today;
        if (form.is("age", "EIGHTEEN")) {
            people.outcome(caseRef, child, "AGED_OUT");
        }
        ages.startClock(caseRef, seen);
        return Map.of(
                "allAgedOut",
                form.is("age", "EIGHTEEN") && remaining(caseRef) == 0,
                "ageToCome",
                ages.next(caseRef, seen).isPresent());
    }
}
