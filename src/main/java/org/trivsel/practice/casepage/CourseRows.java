package org.trivsel.practice.casepage;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.trivsel.platform.worklist.CaseCourse;

/** The processes of a case with their steps, as rows in the reader's words. */
@Component
class CourseRows {

    private final CaseCourse course;
    private final Wording wording;

    CourseRows(CaseCourse course, Wording wording) {
        this.course = course;
        this.wording = wording;
    }

    record RunRow(String instanceId, String name, String time, boolean running, List<StepRow> steps) {}

    record StepRow(String name, String at, boolean current) {}

    /** The oldest first. */
    List<RunRow> of(String caseRef, Locale locale) {
        return course.runs(caseRef, locale).stream()
                .map(run -> new RunRow(
                        run.instanceId(),
                        run.name(),
                        run.endedAt() == null
                                ? wording.text("course.since", locale, wording.day(run.startedAt(), locale))
                                : wording.day(run.startedAt(), locale) + " – " + wording.day(run.endedAt(), locale),
                        run.endedAt() == null,
                        course.steps(run, locale).stream()
                                .map(step -> new StepRow(
                                        step.name(),
                                        step.canceled()
                                                ? wording.text("course.canceled", locale)
                                                : wording.day(step.startedAt(), locale),
                                        step.endedAt() == null && run.endedAt() == null))
                                .toList()))
                .toList();
    }
}
