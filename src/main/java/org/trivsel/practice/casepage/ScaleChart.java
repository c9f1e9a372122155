package org.trivsel.practice.casepage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.casefile.Names;
import org.trivsel.practice.mapping.ScaleRatings;
import org.trivsel.practice.mapping.ScaleRatings.Rating;

/**
 * The safety scale over time as a drawing: a line per person, never averaged (R147), told apart by the shape of its marks
 * and the dashes of its line, so that it can be read without colour. Measures are in the drawing's own units.
 */
@Component
class ScaleChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 34;
    private static final int RIGHT = 20;
    private static final int TOP = 14;
    private static final int STEP = 22;
    private static final int BOTTOM = TOP + 10 * STEP;
    private static final int LABELS = 6;
    /** The shapes of the marks, around their middle: disc, square, triangle, diamond, cross, hour-glass. */
    static final List<String> MARKS = List.of(
            "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
            "M-5 -5h10v10h-10z",
            "M0 -7l7 12h-14z",
            "M0 -7l7 7l-7 7l-7 -7z",
            "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
            "M-6 -6h12l-12 12h12z");

    private final ScaleRatings ratings;
    private final Names names;

    ScaleChart(ScaleRatings ratings, Names names) {
        this.ratings = ratings;
        this.names = names;
    }

    record Mark(int x, int y, int rating, String day) {}

    /** @param style which shape and dash, from 0 */
    record Series(String name, int style, String points, List<Mark> marks) {}

    record Tick(int at, String label) {}

    record Drawing(int width, int height, List<Tick> levels, List<Tick> days, List<Series> series) {

        public boolean isEmpty() {
            return series.isEmpty();
        }
    }

    Drawing draw(String caseRef, User reader, Locale locale) {
        List<Rating> all =
                ratings.of(caseRef).stream().filter(one -> one.goal() == null).toList();
        if (all.isEmpty()) {
            return new Drawing(WIDTH, 0, List.of(), List.of(), List.of());
        }
        LocalDate first = all.get(0).ratedOn();
        long span = Math.max(
                1, ChronoUnit.DAYS.between(first, all.get(all.size() - 1).ratedOn()));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", locale);
        Map<String, String> known = names.byId(caseRef, reader);
        List<Series> series = new ArrayList<>();
        for (String person : all.stream().map(Rating::person).distinct().toList()) {
            List<Mark> marks = all.stream()
                    .filter(one -> one.person().equals(person))
                    .map(one -> new Mark(
                            x(first, one.ratedOn(), span), y(one.rating()), one.rating(), format.format(one.ratedOn())))
                    .toList();
            String points =
                    marks.stream().map(mark -> mark.x() + "," + mark.y()).collect(Collectors.joining(" "));
            series.add(new Series(known.getOrDefault(person, person), series.size() % MARKS.size(), points, marks));
        }
        return new Drawing(WIDTH, BOTTOM + 30, levels(), days(all, first, span, format), series);
    }

    private static List<Tick> levels() {
        List<Tick> levels = new ArrayList<>();
        for (int rating = 0; rating <= 10; rating++) {
            levels.add(new Tick(y(rating), rating % 5 == 0 ? String.valueOf(rating) : ""));
        }
        return levels;
    }

    /** A handful of days under the line: the first, the last, and those far enough from both to be read. */
    private static List<Tick> days(List<Rating> all, LocalDate first, long span, DateTimeFormatter format) {
        int apart = (WIDTH - LEFT - RIGHT) / LABELS;
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day : all.stream().map(Rating::ratedOn).distinct().toList()) {
            int x = x(first, day, span);
            if (ticks.isEmpty() || x - ticks.get(ticks.size() - 1).at() >= apart) {
                ticks.add(new Tick(x, format.format(day)));
            }
        }
        return ticks;
    }

    private static int x(LocalDate first, LocalDate day, long span) {
        return LEFT + (int) ((WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(first, day) / span);
    }

    private static int y(int rating) {
        return BOTTOM - rating * STEP;
    }
}
