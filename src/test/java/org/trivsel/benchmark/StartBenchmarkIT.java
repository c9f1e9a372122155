package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cold start of the application against a Camunda Spring Boot application with nothing in it: a new process each time, a
 * database that exists, until the log says "Started". Both have the libraries that are in the packaged jar, and nothing of
 * the tests. Target: at most 1.5 times.
 */
@Tag("benchmark")
class StartBenchmarkIT {

    private static final int ROUNDS = 7;

    /** Packaged before the integration tests run; it holds the libraries the application runs with. */
    private static final Path JAR = Path.of("target", "trivsel.jar");

    /** What the bare application would not have on its class path. */
    private static final Pattern OURS = Pattern.compile(".*(springdoc|swagger|thymeleaf|attoparser|unbescape"
            + "|spring-security|flyway|modulith|jollyday|spring-data|actuator|jspecify).*\\.jar");

    @TempDir
    Path folder;

    @Test
    void coldStart() throws Exception {
        List<String> libraries = libraries();
        String all = "target/classes" + File.pathSeparator + String.join(File.pathSeparator, libraries);
        String bare = "target/test-classes" + File.pathSeparator
                + libraries.stream()
                        .filter(path -> !OURS.matcher(path).matches())
                        .collect(Collectors.joining(File.pathSeparator));
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            long our = start(all, "org.trivsel.TrivselApplication", "trivsel");
            long their = start(bare, "org.trivsel.benchmark.bare.BareCamundaApplication", "bare");
            if (i > 0) { // the first start makes the database
                ours.add(our);
                theirs.add(their);
            }
        }
        Collections.sort(ours);
        Collections.sort(theirs);
        double ratio = (double) ours.get(ROUNDS / 2) / theirs.get(ROUNDS / 2);
        System.out.printf(
                "BENCHMARK cold start: application %d ms, bare Camunda Spring Boot %d ms, ratio %.2f (target 1.5)%n",
                ours.get(ROUNDS / 2), theirs.get(ROUNDS / 2), ratio);
        assertThat(ratio).as("cold start against the bare application").isLessThanOrEqualTo(1.5);
    }

    /** Of the class path of this test, what is packaged with the application. */
    private static List<String> libraries() throws IOException {
        Set<String> packaged;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            packaged = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> packaged.contains(Path.of(path).getFileName().toString()))
                .toList();
    }

    private long start(String classPath, String main, String database) throws IOException, InterruptedException {
        Path arguments = Files.writeString(folder.resolve("class-path"), "-cp\n" + classPath);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        main,
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve(database),
                        "--spring.datasource.username=sa",
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .start();
        StringBuilder log = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                if (line.contains("Started " + main.substring(main.lastIndexOf('.') + 1))) {
                    return (System.nanoTime() - begin) / 1_000_000;
                }
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
        throw new IllegalStateException("did not start:\n" + log);
    }
}
