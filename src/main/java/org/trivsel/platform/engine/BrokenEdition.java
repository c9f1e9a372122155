package org.trivsel.platform.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;

/** A model or form that cannot be used: the start fails and says which file, which element and why. */
public class BrokenEdition extends RuntimeException {

    BrokenEdition(String message, Throwable cause) {
        super(message, cause);
    }

    BrokenEdition(List<String> problems) {
        super(problems.stream().collect(Collectors.joining("\n  - ", "The models or forms are broken:\n  - ", "")));
    }

    static BrokenEdition of(ParseException e) {
        List<String> problems = e.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(problem ->
                                report.getResourceName() + ", " + element(problem) + ": " + problem.getMessage()))
                .toList();
        return new BrokenEdition(problems);
    }

    private static String element(Problem problem) {
        return problem.getMainElementId() == null ? "line " + problem.getLine() : problem.getMainElementId();
    }
}
