package org.trivsel.practice.casefile.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.practice.casefile.ElementSource;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.Person.Role;

/** The lists a model repeats a task over ({@code ${people.children(caseRef)}}): ids, never names. */
@Component("people")
public class PeopleInModels {

    private final People people;
    private final Map<String, ElementSource> sources;

    PeopleInModels(People people, List<ElementSource> sources) {
        this.people = people;
        this.sources = sources.stream().collect(Collectors.toMap(ElementSource::name, Function.identity()));
    }

    public List<String> custodyHolders(String caseRef) {
        return people.custodyHolders(caseRef).stream().map(Person::id).toList();
    }

    public List<String> children(String caseRef) {
        return people.of(caseRef, Role.CHILD).stream().map(Person::id).toList();
    }

    /** Custody holders who were never asked, or withdrew: a father after the birth (E14). */
    public List<String> askedForConsent(String caseRef) {
        return sources.get("askedForConsent").ids(caseRef);
    }

    /** Whether the case still waits for a child to be born. */
    public boolean unborn(String caseRef) {
        return people.awaitsChild(caseRef);
    }

    public List<String> networkMembers(String caseRef) {
        return sources.get("networkMembers").ids(caseRef);
    }

    public List<String> dangerStatements(String caseRef) {
        return sources.get("dangerStatements").ids(caseRef);
    }

    /** What staff took on at the last network meeting. */
    public List<String> agreements(String caseRef) {
        return sources.get("agreements").ids(caseRef);
    }

    /** Who took it on: the task is theirs. */
    public @Nullable String tookOn(String caseRef, String agreement) {
        return sources.get("agreements").whose(caseRef, agreement);
    }
}
