package org.trivsel.platform.calendar.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trivsel.platform.deadline.DeadlineMoveRefused;
import org.trivsel.platform.deadline.DeadlineMoves;
import org.trivsel.platform.deadline.DeadlineTable;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.DeadlineNames;

/** The table of deadlines as it is in force, for everybody; and for managers the button that brings running ones to it. */
@Controller
class DeadlineRulePages {

    private final DeadlineTable table;
    private final DeadlineMoves moves;
    private final DeadlineNames names;
    private final CurrentUser current;
    private final MessageSource messages;

    DeadlineRulePages(
            DeadlineTable table,
            DeadlineMoves moves,
            DeadlineNames names,
            CurrentUser current,
            MessageSource messages) {
        this.table = table;
        this.moves = moves;
        this.names = names;
        this.current = current;
        this.messages = messages;
    }

    record Row(
            String key,
            String name,
            String length,
            boolean workingDays,
            String reminders,
            String escalations,
            boolean statutory,
            boolean runsWhilePaused,
            String extendBy,
            String country,
            String source) {}

    @GetMapping("/deadlines/lengths")
    String page(Model model, Locale locale) {
        model.addAttribute("mayApply", current.get().has(Role.MANAGER));
        List<Row> rows = table.all().stream()
                .map(rule -> new Row(
                        rule.key(),
                        names.ofRule(rule.key(), locale),
                        rule.length(),
                        rule.workingDays(),
                        rule.reminders().replace(",", ", "),
                        rule.escalations().replace(",", ", "),
                        rule.statutory(),
                        rule.runsWhilePaused(),
                        rule.extendBy(),
                        rule.country(),
                        rule.source()))
                .toList();
        model.addAttribute("rows", rows);
        return "deadline-rules";
    }

    @PostMapping("/deadlines/lengths/{key}")
    String apply(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        User user = requireManager();
        if (table.all().stream().noneMatch(rule -> rule.key().equals(key))) {
            return "redirect:/deadlines/lengths";
        }
        try {
            flash.addFlashAttribute("changed", moves.relengthen(user.username(), key, reason));
        } catch (DeadlineMoveRefused refused) {
            flash.addFlashAttribute(
                    "problem",
                    messages.getMessage(
                            "deadline.refused." + refused.code(),
                            refused.values().toArray(),
                            locale));
        }
        return "redirect:/deadlines/lengths";
    }

    private User requireManager() {
        User user = current.get();
        if (!user.has(Role.MANAGER)) {
            throw new AccessDeniedException("deadline rules are for managers");
        }
        return user;
    }
}
