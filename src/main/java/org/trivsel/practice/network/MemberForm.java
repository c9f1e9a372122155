package org.trivsel.practice.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.network.NetworkMembers.Member;
import org.trivsel.practice.network.NetworkMembers.State;

/** One network member on the way from suggested to committed (F14). */
@Component
class MemberForm extends ContributionTo {

    private final NetworkMembers members;
    private final People people;
    private final Journal journal;
    private final java.time.Clock clock;
    private final NetworkWatch watch;

    MemberForm(NetworkMembers members, People people, Journal journal, NetworkWatch watch, java.time.Clock clock) {
        super("prepare-network-member");
        this.watch = watch;
        this.members = members;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        String caseRef = context.requireCase();
        String element = context.element();
        data.put("adult", true);
        if (element == null) {
            return;
        }
        data.put("person", element).put("state", "INVITED");
        people.find(caseRef, element).map(Person::phone).ifPresent(phone -> data.put("phone", phone));
        journal.of(caseRef, context.formId()).stream()
                .filter(entry -> entry.answers().is("person", element))
                .findFirst()
                .ifPresent(last -> data.setAll((ObjectNode) last.data()));
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(
                submission.element() != null && !form.is("person", submission.element()), "person", "other-person");
        LocalDate today = LocalDate.now(clock);
        for (String key : new String[] {"informedConcerns", "informedGoals", "leftAt"}) {
            LocalDate day = form.dateOrNull(key);
            problems.addIf(day != null && day.isAfter(today), key, "in-future");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        String person = form.text("person");
        if (members.of(caseRef).stream().noneMatch(one -> one.person().equals(person))) {
            members.suggest(caseRef, person);
        }
        State state = State.valueOf(form.text("state"));
        members.update(
                caseRef,
                new Member(
                        person,
                        state,
                        form.flag("adult"),
                        form.dateOrNull("informedConcerns"),
                        form.dateOrNull("informedGoals"),
                        committed(state, submission),
                        form.dateOrNull("leftAt")),
                form.text("invitedBy"));
        if (form.has("phone")) {
            people.phone(caseRef, person, form.text("phone"));
        }
        if (state == State.LEFT) {
            watch.look(caseRef);
        }
        return Map.of();
    }

    private @Nullable LocalDate committed(State state, Submission submission) {
        return state == State.COMMITTED ? LocalDate.ofInstant(submission.at(), clock.getZone()) : null;
    }
}
