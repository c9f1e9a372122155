package org.trivsel.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;

/** Case A under a number of its own, played up to a day, and people who come to it, each on a machine of their own. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneCase {

    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @Autowired
    CasePlayer player;

    @Autowired
    TimeMachine time;

    @Autowired
    ObjectMapper json;

    CaseScript script;
    String caseRef;

    @LocalServerPort
    private int port;

    private final LocalDateTime today;
    private final List<BrowserContext> machines = new ArrayList<>();
    private Chromium chromium;

    OneCase(String today) {
        this.today = LocalDateTime.parse(today);
    }

    @BeforeAll
    void playTheCase() {
        chromium = Chromium.launch();
        script = CaseScript.read("case-a", json).as(null);
        time.startAt(script.steps().get(0).at().minusHours(1).atZone(ZONE).toInstant());
        player.play(List.of(script), LocalDateTime.MIN, today);
        caseRef = player.caseRef(script);
    }

    @AfterEach
    void leave() {
        machines.forEach(BrowserContext::close);
        machines.clear();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    Person person(String username) {
        Person person = stranger().logIn(username, "demo");
        person.waitForPath("/tasks.*");
        return person;
    }

    /** Somebody who has not logged in. */
    Person stranger() {
        BrowserContext machine = chromium.newContext();
        machines.add(machine);
        return new Person(machine, site());
    }

    String site() {
        return "http://localhost:" + port;
    }
}
