package org.trivsel.practice.casefile;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.PersonNames;

/**
 * What one reader may call the persons of a case. Consultants see pseudonyms until the parents accept the family meeting
 * or an acute plan made with consultants (C10).
 */
@Component
public class Names implements PersonNames {

    private final SafetyCases cases;
    private final People people;
    private final Users users;
    private final CaseMembers members;
    private final MessageSource messages;

    Names(SafetyCases cases, People people, Users users, CaseMembers members, MessageSource messages) {
        this.messages = messages;
        this.cases = cases;
        this.people = people;
        this.users = users;
        this.members = members;
    }

    public boolean visible(String caseRef, User reader) {
        return cases.get(caseRef).namesVisible()
                || members.is(caseRef, reader.username(), "CASEWORKER")
                || members.is(caseRef, reader.username(), "SUBSTITUTE")
                || members.is(caseRef, reader.username(), "ASSESSOR")
                || members.is(caseRef, reader.username(), "MANAGER")
                || members.is(caseRef, reader.username(), "EMERGENCY") && !reader.has(Role.CONSULTANT);
    }

    /** The name, or what stands for it: "girl, 8 years" for a child, "mother (P1)" for a parent. */
    public String of(Person person, boolean namesVisible) {
        if (namesVisible) {
            return person.name();
        }
        String relation = person.role() == Person.Role.PARENT && person.relation() != null
                ? messages.getMessage("relation." + person.relation(), null, "", LocaleContextHolder.getLocale())
                : "";
        return relation == null || relation.isEmpty() ? person.pseudonym() : relation + " (" + person.pseudonym() + ")";
    }

    @Override
    public Map<String, String> byId(String caseRef, User reader) {
        boolean visible = visible(caseRef, reader);
        Map<String, String> names = new HashMap<>();
        people.of(caseRef).forEach(person -> names.put(person.id(), of(person, visible)));
        cases.get(caseRef).staff().forEach(user -> names.put(user, users.displayName(user)));
        return names;
    }
}
