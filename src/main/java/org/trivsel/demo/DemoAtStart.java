package org.trivsel.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Prepares the demonstration when the application starts with the demo profile for the first time. */
@Component
@Profile("demo")
class DemoAtStart implements ApplicationRunner {

    private final DemoUsers users;

    DemoAtStart(DemoUsers users) {
        this.users = users;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        users.register();
    }
}
