package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trivsel.TrivselApplication;

/** What a person reads when the application cannot start: a sentence that names what to mend. */
@ExtendWith(OutputCaptureExtension.class)
class BadStartIT {

    @TempDir
    Path folder;

    @Test
    void namesTheModelTheElementAndTheReason(CapturedOutput output) throws IOException {
        copy("bpmn");
        copy("forms");
        Path mapping = folder.resolve("bpmn/mapping.bpmn");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace("camunda:formRef=\"decide-next-step\"", "camunda:formRef=\"decide\""));
        start("jdbc:h2:mem:broken-model", "--trivsel.edition=file:" + folder);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("bpmn/mapping.bpmn, UserTask_DecideNextStep: uses the form \"decide\"")
                .contains("docs/modelling.md");
    }

    @Test
    void namesTheFormAndTheLine(CapturedOutput output) throws IOException {
        copy("bpmn");
        copy("forms");
        Files.writeString(folder.resolve("forms/approve-goals.form"), "{\"id\":\"approve-goals\",\n\"components\": [}");
        start("jdbc:h2:mem:broken-form", "--trivsel.edition=file:" + folder);
        assertThat(output).contains("forms/approve-goals.form, line 2:");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached(CapturedOutput output) {
        start("jdbc:postgresql://localhost:1/trivsel", "--spring.datasource.hikari.connection-timeout=1000");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The database cannot be reached")
                .contains("TRIVSEL_DB_URL");
    }

    private static void start(String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.datasource.url=" + url);
        all.add("--server.port=0");
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(TrivselApplication.class)
                .run(all.toArray(String[]::new))
                .close());
        assertThat(failure).as("the application must not start").isNotNull();
    }

    private void copy(String source) throws IOException {
        Path target = Files.createDirectory(folder.resolve(source));
        try (Stream<Path> files = Files.list(Path.of(source))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }
}
