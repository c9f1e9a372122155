package org.trivsel.practice.casepage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseFacts;
import org.trivsel.practice.casefile.CaseOverview;
import org.trivsel.practice.casefile.Names;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.ScaleRatings;
import org.trivsel.practice.mapping.Statements;

/** What people need in view beside a task. */
@Component
class CaseFactsOfPractice implements CaseFacts {

    private final SafetyCases cases;
    private final People people;
    private final Names names;
    private final Statements statements;
    private final ScaleRatings ratings;
    private final CaseOverview overview;
    private final Clock clock;

    CaseFactsOfPractice(
            SafetyCases cases,
            People people,
            Names names,
            Statements statements,
            ScaleRatings ratings,
            CaseOverview overview,
            Clock clock) {
        this.cases = cases;
        this.people = people;
        this.names = names;
        this.statements = statements;
        this.ratings = ratings;
        this.overview = overview;
        this.clock = clock;
    }

    @Override
    public Heading heading(String caseRef, User reader, Locale locale) {
        boolean visible = names.visible(caseRef, reader);
        String family = people.of(caseRef, Person.Role.CHILD).stream()
                .map(child -> child.birthDate() == null
                        ? names.of(child, visible) // not born yet: "Unborn child" is no name to shorten
                        : firstName(names.of(child, visible)) + age(child.birthDate()))
                .collect(Collectors.joining(" · "));
        return new Heading(family, overview.stateName(cases.get(caseRef).state(), locale));
    }

    private static String firstName(String name) {
        return name.split(" ")[0].replaceAll(",$", "");
    }

    private String age(LocalDate birthDate) {
        int years = Period.between(birthDate, LocalDate.now(clock)).getYears();
        return years == 0 ? "" : ", " + years;
    }

    @Override
    public List<Fact> worries(String caseRef, User reader) {
        return names.visible(caseRef, reader)
                ? statements.statements(caseRef).stream()
                        .map(one -> new Fact(one.id(), one.danger()))
                        .toList()
                : List.of();
    }

    @Override
    public List<Fact> goals(String caseRef, User reader) {
        return names.visible(caseRef, reader)
                ? statements.goals(caseRef).stream()
                        .map(one -> new Fact(one.id() + " → " + one.statementId(), one.goal()))
                        .toList()
                : List.of();
    }

    @Override
    public List<Fact> scale(String caseRef, User reader) {
        Map<String, String> known = names.byId(caseRef, reader);
        return ratings.latest(caseRef).entrySet().stream()
                .map(entry -> new Fact(
                        known.getOrDefault(entry.getKey(), entry.getKey()),
                        String.valueOf(entry.getValue().rating())))
                .toList();
    }
}
