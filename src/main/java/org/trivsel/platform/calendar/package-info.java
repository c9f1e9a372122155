/** Owns dates as people see them: the calendar, the feed for their own calendar, the deadlines of a case. Does not move a date by itself. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
