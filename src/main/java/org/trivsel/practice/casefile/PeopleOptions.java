package org.trivsel.practice.casefile;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.Person.Role;

/** Persons and staff to pick in a form, called what the reader may call them. */
@Component
class PeopleOptions implements OptionSource {

    private final SafetyCases cases;
    private final People people;
    private final Names names;
    private final Users users;

    PeopleOptions(SafetyCases cases, People people, Names names, Users users) {
        this.cases = cases;
        this.people = people;
        this.names = names;
        this.users = users;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                "people",
                "parents",
                "custodyHolders",
                "children",
                "network",
                "familyAndNetwork",
                "professionals",
                "staff",
                "caseworkers",
                "consultants",
                "users");
    }

    @Override
    public List<Option> options(String key, FormContext context) {
        return switch (key) {
            case "people" ->
                Stream.concat(persons(context, person -> true).stream(), staff(context).stream())
                        .toList();
            case "parents" -> persons(context, person -> person.role() == Role.PARENT);
            case "custodyHolders" -> persons(context, Person::custodyHolder);
            case "children" -> persons(context, person -> person.role() == Role.CHILD);
            case "network" -> persons(context, person -> person.role() == Role.NETWORK);
            case "professionals" -> persons(context, person -> person.role() == Role.PROFESSIONAL);
            case "familyAndNetwork" -> persons(context, person -> person.role() != Role.CHILD);
            case "staff" -> staff(context);
            case "caseworkers" -> withRole(org.trivsel.platform.identity.Role.CASEWORKER);
            case "consultants" -> withRole(org.trivsel.platform.identity.Role.CONSULTANT);
            default ->
                users.all().stream()
                        .filter(User::worksOnCases)
                        .map(PeopleOptions::option)
                        .toList();
        };
    }

    private List<Option> persons(FormContext context, Predicate<Person> wanted) {
        if (context.caseRef() == null) {
            return List.of();
        }
        boolean visible = names.visible(context.caseRef(), context.user());
        return people.of(context.caseRef()).stream()
                .filter(wanted)
                .map(person -> new Option(person.id(), names.of(person, visible)))
                .toList();
    }

    private List<Option> staff(FormContext context) {
        if (context.caseRef() == null) {
            return List.of();
        }
        return users.displayNames(cases.get(context.caseRef()).staff()).entrySet().stream()
                .map(user -> new Option(user.getKey(), user.getValue()))
                .toList();
    }

    private List<Option> withRole(org.trivsel.platform.identity.Role role) {
        return users.withRole(role).stream().map(PeopleOptions::option).toList();
    }

    private static Option option(User user) {
        return new Option(user.username(), user.displayName());
    }
}
