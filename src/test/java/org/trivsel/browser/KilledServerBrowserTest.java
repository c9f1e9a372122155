package org.trivsel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while a form is half filled: what was typed up to two seconds before is there when it is back. */
class KilledServerBrowserTest {

    private static final int TWO_SECONDS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void whatWasTypedIsThereAfterTheServerDied() throws Exception {
        int port = freePort();
        try (Chromium chromium = Chromium.launch()) {
            Process server = start(port);
            Person signe = new Person(chromium.newContext(), "http://localhost:" + port);
            signe.logIn("signe", "demo");
            signe.waitForPath("/tasks.*");
            Locator reason = reason(signe);
            reason.fill("Naboen hørte barnet græde hele natten");
            reason.blur();
            signe.page.waitForTimeout(TWO_SECONDS);
            server.destroyForcibly().waitFor(10, TimeUnit.SECONDS); // SIGKILL: no time to tidy up

            server = start(port);
            try {
                signe.logIn("signe", "demo");
                signe.waitForPath("/tasks.*");
                assertThat(reason(signe)).hasValue("Naboen hørte barnet græde hele natten");
            } finally {
                server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    /** The first long text of the referral. */
    private static Locator reason(Person person) {
        person.open("/cases/new");
        Locator text = person.page.locator(".fjs-container textarea").first();
        text.waitFor();
        return text;
    }

    private Process start(int port) throws IOException, InterruptedException {
        Path arguments =
                Files.writeString(folder.resolve("class-path"), "-cp\n" + System.getProperty("java.class.path"));
        Path log = folder.resolve("server.log");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "@" + arguments,
                        "org.trivsel.TrivselApplication",
                        "--spring.profiles.active=demo",
                        "--trivsel.demo.play=false",
                        "--server.port=" + port,
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("killed"),
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers(port)) {
            if (!server.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("the server did not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return server;
    }

    private static boolean answers(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/login").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
