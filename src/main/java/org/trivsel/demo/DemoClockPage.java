package org.trivsel.demo;

import java.time.Clock;
import java.time.Period;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons on every page of the demo that move its clock. */
@Controller
@Profile("demo")
class DemoClockPage {

    private final DemoClock demoClock;
    private final Clock clock;

    DemoClockPage(DemoClock demoClock, Clock clock) {
        this.demoClock = demoClock;
        this.clock = clock;
    }

    @PostMapping("/demo/clock")
    String advance(@RequestParam String advance, @RequestParam(defaultValue = "/tasks") String back) {
        Period step = "P7D".equals(advance) ? Period.ofDays(7) : Period.ofDays(1);
        demoClock.moveTo(ZonedDateTime.now(clock).plus(step).toInstant());
        boolean ownPage = back.startsWith("/") && !back.startsWith("//");
        return "redirect:" + (ownPage ? back : "/tasks");
    }
}
