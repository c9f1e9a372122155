package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for people leads somewhere, and only to places that everybody has. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    /** Words that can only be a class of ours. */
    private static final Pattern CLASS =
            Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT|Gate|Gates|Form|Forms|Delegate|Process|Listener|Writer))`");

    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");
    /** Registries and folders of one machine: what is written must work on any. */
    private static final Pattern ONE_MACHINE_ONLY = Pattern.compile("(?<![\\w.-])/(work|root|home|farm|tmp)/"
            + "|\\.\\./shared|repo1?\\.maven|registry\\.npmjs|deb\\.debian|pypi\\.org|localhost:(?!8080|5432)");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @Test
    void findsThePages() throws IOException {
        assertThat(pages()).contains(Path.of("docs/architecture.md"), Path.of("docs/requirements.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndItsHeading(Path page) throws IOException {
        var broken = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> !leadsSomewhere(page, target));

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesNothingThatOnlyOneMachineHas(Path page) throws IOException {
        assertThat(ONE_MACHINE_ONLY.matcher(Files.readString(page)).results().map(found -> found.group()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyClassItNamesExists(Path page) throws IOException {
        Set<String> classes = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
        }
        var missing = CLASS.matcher(Files.readString(page))
                .results()
                .map(named -> named.group(1))
                .filter(name -> !classes.contains(name));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReachedFromTheReadme(Path page) throws IOException {
        var reached = new ArrayList<>(List.of(Path.of("README.md")));
        for (int i = 0; i < reached.size(); i++) {
            Path from = reached.get(i);
            LINK.matcher(Files.readString(from))
                    .results()
                    .map(link -> link.group(1).replaceFirst("#.*", ""))
                    .filter(target -> target.endsWith(".md"))
                    .filter(target -> !ELSEWHERE.matcher(target).matches())
                    .map(target -> from.resolveSibling(target).normalize())
                    .filter(target -> !reached.contains(target))
                    .forEach(reached::add);
        }

        assertThat(reached).contains(page);
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String file = target.replaceFirst("#.*", "");
        Path found = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(found)) {
            return false;
        }
        return !target.contains("#") || headings(found).contains(target.replaceFirst("[^#]*#", ""));
    }

    /** As GitHub and its kin make an anchor of a heading. */
    private static List<String> headings(Path page) {
        try {
            return HEADING.matcher(Files.readString(page))
                    .results()
                    .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                    .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
