package org.trivsel.practice.casepage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.practice.casefile.CaseOverview;
import org.trivsel.practice.casefile.CaseOverview.PersonView;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.network.NetworkMembers;
import org.trivsel.practice.plan.SafetyPlans;

/** What a case is about and with whom: worries with the goals and rules that answer them, and the people. */
@Component
class CaseContent {

    private static final List<String> GROUPS = List.of("CHILD", "PARENT", "NETWORK", "PROFESSIONAL");

    private final Statements statements;
    private final SafetyPlans plans;
    private final NetworkMembers members;
    private final Wording wording;

    CaseContent(Statements statements, SafetyPlans plans, NetworkMembers members, Wording wording) {
        this.statements = statements;
        this.plans = plans;
        this.members = members;
        this.wording = wording;
    }

    /** @param uncovered a plan exists and none of its rules answers this worry */
    record WorryRow(String id, String text, List<String> goals, List<String> rules, boolean uncovered) {}

    record PersonRow(String name, String info, String badge, List<String> notes) {}

    record PersonGroup(String title, List<PersonRow> people) {}

    List<WorryRow> worries(String caseRef, Locale locale) {
        boolean planned = plans.latest(caseRef).isPresent();
        List<Answers> rules = plans.inForce(caseRef)
                .or(() -> plans.latest(caseRef))
                .map(version -> version.content().rows("rules"))
                .orElse(List.of());
        return statements.statements(caseRef).stream()
                .map(statement -> {
                    List<String> covering = rules.stream()
                            .filter(rule -> rule.values("coversStatement").contains(statement.id()))
                            .map(rule ->
                                    wording.text("case.rule", locale, rule.number("no")) + ": " + rule.text("rule"))
                            .toList();
                    return new WorryRow(
                            statement.id(),
                            statement.danger(),
                            goals(caseRef, statement.id()),
                            covering,
                            planned && covering.isEmpty());
                })
                .toList();
    }

    private List<String> goals(String caseRef, String statement) {
        return statements.goals(caseRef).stream()
                .filter(goal -> goal.statementId().equals(statement))
                .map(goal -> goal.id() + ": " + goal.goal())
                .toList();
    }

    /** Children, parents, network, professionals; a group without anybody is left out. */
    List<PersonGroup> people(CaseOverview.View view, Locale locale) {
        Map<String, NetworkMembers.Member> network = members.of(view.caseRef()).stream()
                .collect(Collectors.toMap(NetworkMembers.Member::person, member -> member));
        return GROUPS.stream()
                .map(role -> new PersonGroup(
                        wording.text("case.group." + role, locale),
                        view.people().stream()
                                .filter(person -> person.role().equals(role))
                                .map(person -> row(person, network.get(person.id()), locale))
                                .toList()))
                .filter(group -> !group.people().isEmpty())
                .toList();
    }

    private PersonRow row(PersonView person, NetworkMembers.@Nullable Member member, Locale locale) {
        return new PersonRow(
                person.name(),
                info(person, locale),
                badge(person, member, locale),
                member == null
                        ? List.of()
                        : List.of(
                                member.isInformed()
                                        ? wording.text(
                                                "case.informed", locale, wording.day(member.informedConcerns(), locale))
                                        : wording.text("case.informed.not", locale),
                                member.committedOn() != null
                                        ? wording.text(
                                                "case.committed", locale, wording.day(member.committedOn(), locale))
                                        : wording.text("case.committed.not", locale)));
    }

    private String info(PersonView person, Locale locale) {
        return Stream.of(
                        person.relation() == null ? "" : relation(person.relation(), locale),
                        person.birthDate() == null
                                ? ""
                                : wording.day(java.time.LocalDate.parse(person.birthDate()), locale),
                        person.dueDate() == null
                                ? ""
                                : wording.text(
                                        "case.expected",
                                        locale,
                                        wording.day(java.time.LocalDate.parse(person.dueDate()), locale)),
                        person.custodyHolder() ? wording.text("case.custody", locale) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String relation(String relation, Locale locale) {
        String text = wording.text("relation." + relation, locale);
        return text.equals("relation." + relation) ? relation : text;
    }

    private String badge(PersonView person, NetworkMembers.@Nullable Member member, Locale locale) {
        if (person.outcome() != null) {
            return wording.text("outcome." + person.outcome(), locale);
        }
        return member == null ? "" : wording.text("member." + member.state(), locale);
    }
}
