package org.trivsel.practice.followup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.ChildAges;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;

/** The child is born (E14): the child's record is completed, custody holders are looked at again. */
@Component
class BirthForm extends ContributionTo {

    private final People people;
    private final DeadlineDates dates;
    private final ChildAges ages;

    BirthForm(People people, DeadlineDates dates, ChildAges ages) {
        super("register-birth");
        this.ages = ages;
        this.people = people;
        this.dates = dates;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        unborn(context.requireCase()).stream().findFirst().ifPresent(child -> data.put("child", child.id()));
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(
                unborn(submission.caseRef()).stream().noneMatch(child -> form.is("child", child.id())),
                "child",
                "already-born");
        problems.addIf(
                form.has("homeOn") && form.date("homeOn").isBefore(form.date("bornAt")), "homeOn", "before-birth");
    }

    private List<Person> unborn(String caseRef) {
        return people.of(caseRef, Person.Role.CHILD).stream()
                .filter(child -> child.birthDate() == null)
                .toList();
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        people.born(submission.caseRef(), form.text("child"), form.date("bornAt"), form.textOrNull("name"));
        form.values("newCustodyHolder").forEach(parent -> people.holdsCustody(submission.caseRef(), parent));
        ages.startClock(submission.caseRef());
        if (form.has("homeOn")) {
            dates.agree(submission.caseRef(), "CHILD_HOME", form.instant("homeOn"));
        }
        return Map.of("newHolder", !form.values("newCustodyHolder").isEmpty());
    }
}
