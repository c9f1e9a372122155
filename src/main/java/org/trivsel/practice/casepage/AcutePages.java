package org.trivsel.practice.casepage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.casepage.CasePage.CaseRow;

/** The way to raise an alarm that every page has (E3): the duty phone, and one button for each case one is on. */
@Controller
class AcutePages {

    private final SafetyCases cases;
    private final CasePage casePage;
    private final CurrentUser current;

    AcutePages(SafetyCases cases, CasePage casePage, CurrentUser current) {
        this.cases = cases;
        this.casePage = casePage;
        this.current = current;
    }

    /** @param caseRef the case one comes from: it stands first */
    @GetMapping("/acute")
    String page(@RequestParam(name = "case", required = false) @Nullable String caseRef, Model model, Locale locale) {
        User user = current.get();
        List<CaseRow> rows = cases.of(user.username()).stream()
                .filter(found -> !found.isClosed())
                .sorted(Comparator.comparing(
                        (SafetyCase found) -> !found.caseRef().equals(caseRef)))
                .map(found -> casePage.row(found, user, locale))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("ticket", UUID.randomUUID());
        return "acute";
    }
}
