package org.trivsel.practice.casepage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.Journal.Entry;
import org.trivsel.practice.casefile.JournalReader;
import org.trivsel.practice.casefile.JournalTexts;
import org.trivsel.practice.casefile.Names;
import org.trivsel.practice.followup.ControlVisits;

/** The journal as one reader looks through it: by kind, by author, by day, by any word they may read. */
@Component
class CaseJournal {

    static final int PAGE = 20;

    private final JournalReader journal;
    private final JournalTexts texts;
    private final Names names;
    private final Users users;
    private final Wording wording;
    private final Clock clock;

    CaseJournal(JournalReader journal, JournalTexts texts, Names names, Users users, Wording wording, Clock clock) {
        this.journal = journal;
        this.texts = texts;
        this.names = names;
        this.users = users;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param before the id of the last entry of the page before */
    record Wanted(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String author,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long before) {

        static final Wanted EVERYTHING = new Wanted(null, null, null, null, null, null);

        public boolean isSearch() {
            return q != null && !q.isBlank();
        }

        public boolean isFiltered() {
            return !isAny(kind) || !isAny(author) || from != null || until != null;
        }
    }

    /**
     * @param about whom the entry is about, where it is about one
     * @param onPaper not so for visits: what is printed may get to the family (R186)
     */
    record EntryRow(
            long id,
            String title,
            @Nullable String about,
            String at,
            String author,
            List<JournalTexts.Line> lines,
            boolean onPaper) {

        public List<JournalTexts.Block> blocks() {
            return JournalTexts.blocks(lines);
        }
    }

    /** @param next the id to go on from, if there is more; @param kinds and authors are there to choose from */
    record Found(
            List<EntryRow> entries,
            int count,
            @Nullable Long next,
            Map<String, String> kinds,
            Map<String, String> authors) {}

    Found find(String caseRef, User reader, Wanted wanted, Locale locale) {
        List<Entry> all = journal.read(caseRef, reader);
        Map<String, String> kinds = new LinkedHashMap<>();
        Map<String, String> authors = new LinkedHashMap<>();
        all.forEach(entry -> {
            kinds.computeIfAbsent(entry.formId(), missing -> texts.title(entry, locale));
            authors.computeIfAbsent(entry.author(), users::displayName);
        });
        Map<String, String> known = names.byId(caseRef, reader);
        List<EntryRow> matching = all.stream()
                .filter(entry -> fits(entry, wanted))
                .map(entry -> row(entry, reader, known, locale))
                .filter(row -> !wanted.isSearch() || says(row, wanted.q(), locale))
                .toList();
        List<EntryRow> page = matching.stream()
                .filter(row -> wanted.before() == null || row.id() < wanted.before())
                .limit(PAGE + 1L)
                .toList();
        Long next = page.size() > PAGE ? page.get(PAGE - 1).id() : null;
        return new Found(page.stream().limit(PAGE).toList(), matching.size(), next, kinds, authors);
    }

    private boolean fits(Entry entry, Wanted wanted) {
        LocalDate day = LocalDate.ofInstant(entry.at(), clock.getZone());
        return (isAny(wanted.kind()) || entry.formId().equals(wanted.kind()))
                && (isAny(wanted.author()) || entry.author().equals(wanted.author()))
                && (wanted.from() == null || !day.isBefore(wanted.from()))
                && (wanted.until() == null || !day.isAfter(wanted.until()));
    }

    private static boolean isAny(@Nullable String choice) {
        return choice == null || choice.isEmpty();
    }

    /** Every word searched for stands somewhere in what this reader sees of the entry. */
    private static boolean says(EntryRow row, @Nullable String q, Locale locale) {
        String text = Stream.concat(
                        Stream.of(row.title(), String.valueOf(row.about()), row.author()),
                        row.lines().stream().flatMap(line -> Stream.of(line.label(), line.value())))
                .reduce("", (all, one) -> all + '\n' + one)
                .toLowerCase(locale);
        return q == null
                || Stream.of(q.strip().toLowerCase(locale).split("\\s+")).allMatch(text::contains);
    }

    private EntryRow row(Entry entry, User reader, Map<String, String> known, Locale locale) {
        return new EntryRow(
                entry.id(),
                texts.title(entry, locale),
                entry.element() == null ? null : known.get(entry.element()),
                wording.time(entry.at(), locale),
                users.displayName(entry.author()),
                texts.lines(entry, reader, locale),
                !ControlVisits.FORM.equals(entry.formId()));
    }
}
