package org.trivsel.platform.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Monday to Friday without the public holidays of the case's country and the days on which the municipality is closed. */
@Component
public class WorkingDays {

    private final Map<String, HolidayManager> holidays = Map.of(
            "DK", HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK)),
            "SE", HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN)));

    private final Map<String, Set<Predicate<LocalDate>>> closed;

    /**
     * @param danish days on which the municipality is closed in Denmark, separated by commas: {@code 12-24} every year,
     *     {@code 2026-05-15} once
     * @param swedish the same in Sweden
     * @throws IllegalArgumentException naming the setting and what is no day
     */
    WorkingDays(
            @Value("${trivsel.closed-days.DK:}") String danish, @Value("${trivsel.closed-days.SE:}") String swedish) {
        closed = Map.of("DK", closed("DK", danish), "SE", closed("SE", swedish));
    }

    private static Set<Predicate<LocalDate>> closed(String country, String days) {
        return Arrays.stream(days.split(","))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .map(day -> closed(country, day, days))
                .collect(Collectors.toSet());
    }

    private static Predicate<LocalDate> closed(String country, String day, String all) {
        try {
            if (day.length() > "12-24".length()) {
                return LocalDate.parse(day)::equals;
            }
            MonthDay yearly = MonthDay.parse("--" + day);
            return date -> MonthDay.from(date).equals(yearly);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "trivsel.closed-days." + country + ": \"" + day + "\" in \"" + all
                            + "\" is no day; write 12-24 for every year or 2026-12-24 for one",
                    e);
        }
    }

    /** The day that lies a number of working days after a day; the first day itself is not counted. */
    public LocalDate plus(LocalDate start, int days, String country) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day, country)) {
                left--;
            }
        }
        return day;
    }

    /** @param country DK or SE */
    public boolean isWorkingDay(LocalDate day, String country) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && !holidays.get(country).isHoliday(day)
                && closed.get(country).stream().noneMatch(off -> off.test(day));
    }
}
