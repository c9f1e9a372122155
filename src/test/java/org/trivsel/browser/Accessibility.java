package org.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page as it stands: WCAG 2.1 A and AA, and its own good practice. */
public final class Accessibility {

    private Accessibility() {}

    /** Each violation with the first element it is about; empty where there is none. */
    public static List<String> violations(Page page) {
        return violations(page, List.of());
    }

    /** The same but for colours, which are no other in another language and take half the time. */
    static List<String> violationsInWords(Page page) {
        return violations(page, List.of("color-contrast"));
    }

    private static List<String> violations(Page page, List<String> withoutRules) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations")); // not every element of what is right: megabytes for a long form
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        if (!withoutRules.isEmpty()) {
            axe.disableRules(withoutRules);
        }
        AxeResults results = axe.analyze();
        assertThat(results.getPasses()).as("axe has looked at the page").isNotEmpty();
        return results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }
}
