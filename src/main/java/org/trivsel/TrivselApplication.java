package org.trivsel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Trivsel: the case files, the process engine and the pages, in one application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TrivselApplication {

    public static void main(String[] args) {
        SpringApplication.run(TrivselApplication.class, args);
    }
}
