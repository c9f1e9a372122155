package org.trivsel.practice.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.JournalReader;
import org.trivsel.practice.casefile.JournalTexts;
import org.trivsel.practice.casefile.Names;
import org.trivsel.practice.mapping.ScaleRatings;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.plan.SafetyPlans;

/** The content of a case as its page shows it: worries with goals and rules, the scale over time, plans, the journal. */
@Component
class CaseContent {

    private final Statements statements;
    private final SafetyPlans plans;
    private final ScaleRatings ratings;
    private final JournalReader journal;
    private final JournalTexts journalTexts;
    private final Names names;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    CaseContent(
            Statements statements,
            SafetyPlans plans,
            ScaleRatings ratings,
            JournalReader journal,
            JournalTexts journalTexts,
            Names names,
            Users users,
            MessageSource messages,
            Clock clock) {
        this.statements = statements;
        this.plans = plans;
        this.ratings = ratings;
        this.journal = journal;
        this.journalTexts = journalTexts;
        this.names = names;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    record WorryRow(String id, String text, List<String> goals, List<String> rules) {}

    record ScaleRow(String name, List<String> cells) {}

    record Scale(List<String> days, List<ScaleRow> rows) {}

    record EntryRow(String title, String at, String author, List<JournalTexts.Line> lines) {}

    List<String> plans(String caseRef, Locale locale) {
        return plans.of(caseRef).stream()
                .map(version -> version.number() + " · " + text("plan." + version.status(), locale) + " · "
                        + date(version.submittedAt(), locale))
                .toList();
    }

    List<WorryRow> worries(String caseRef, Locale locale) {
        List<Answers> rules = plans.inForce(caseRef)
                .or(() -> plans.latest(caseRef))
                .map(version -> version.content().rows("rules"))
                .orElse(List.of());
        return statements.statements(caseRef).stream()
                .map(statement -> new WorryRow(
                        statement.id(),
                        statement.danger(),
                        statements.goals(caseRef).stream()
                                .filter(goal -> goal.statementId().equals(statement.id()))
                                .map(goal -> goal.id() + ": " + goal.goal())
                                .toList(),
                        rules.stream()
                                .filter(rule -> rule.values("coversStatement").contains(statement.id()))
                                .map(rule -> messages.getMessage("case.rule", new Object[] {rule.number("no")}, locale)
                                        + ": " + rule.text("rule"))
                                .toList()))
                .toList();
    }

    Scale scale(String caseRef, User reader, Locale locale) {
        List<ScaleRatings.Rating> all = ratings.of(caseRef);
        List<LocalDate> days =
                all.stream().map(ScaleRatings.Rating::ratedOn).distinct().toList();
        Map<String, String> known = names.byId(caseRef, reader);
        List<ScaleRow> rows = all.stream()
                .map(ScaleRatings.Rating::person)
                .distinct()
                .map(person -> new ScaleRow(
                        known.getOrDefault(person, person),
                        days.stream().map(day -> cell(all, person, day)).toList()))
                .toList();
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", locale);
        return new Scale(days.stream().map(format::format).toList(), rows);
    }

    private static String cell(List<ScaleRatings.Rating> all, String person, LocalDate day) {
        return all.stream()
                .filter(rating ->
                        rating.person().equals(person) && rating.ratedOn().equals(day))
                .reduce((first, second) -> second)
                .map(rating -> String.valueOf(rating.rating()))
                .orElse("");
    }

    List<EntryRow> entries(String caseRef, User reader, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(clock.getZone());
        return journal.read(caseRef, reader).stream()
                .map(entry -> new EntryRow(
                        journalTexts.title(entry, locale),
                        format.format(entry.at()),
                        users.displayName(entry.author()),
                        journalTexts.lines(entry, reader, locale)))
                .toList();
    }

    private String date(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(clock.getZone())
                .format(instant);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }
}
