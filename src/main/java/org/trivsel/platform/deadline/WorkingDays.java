package org.trivsel.platform.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Monday to Friday without the public holidays of the case's country. */
@Component
public class WorkingDays {

    private final Map<String, HolidayManager> holidays = Map.of(
            "DK", HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK)),
            "SE", HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN)));

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
        return !weekend && !holidays.get(country).isHoliday(day);
    }
}
