package org.trivsel.practice.network;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.People.Newcomer;
import org.trivsel.practice.casefile.Person;

/** The network inventory (F13): registers everybody around the child; who is to be invited becomes a member. */
@Component
class InventoryForm extends ContributionTo {

    private final People people;
    private final NetworkMembers members;

    InventoryForm(People people, NetworkMembers members) {
        super("make-network-inventory");
        this.people = people;
        this.members = members;
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(!form.has("arenas"), "arenas", "required");
        problems.addIf(!form.has("persons"), "persons", "required");
        for (int i = 0; i < form.rows("persons").size(); i++) {
            Answers row = form.rows("persons").get(i);
            problems.addIf(
                    row.is("category", "PROFESSIONAL") && row.flag("invite"),
                    "persons[" + i + "].invite",
                    "professional-is-no-member");
        }
        problems.addIf(!form.has("genogram") && !form.has("genogramNote"), "genogram", "required");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        String caseRef = submission.caseRef();
        for (Answers row : submission.answers().rows("persons")) {
            boolean professional = row.is("category", "PROFESSIONAL");
            Person person = people.register(
                    caseRef,
                    new Newcomer(
                            professional ? Person.Role.PROFESSIONAL : Person.Role.NETWORK,
                            row.text("name"),
                            null,
                            row.text("relation"),
                            null,
                            null,
                            null,
                            false,
                            row.textOrNull("phone"),
                            row.text("category")));
            if (!professional && row.flag("invite")) {
                members.suggest(caseRef, person.id());
            }
        }
        return Map.of();
    }
}
