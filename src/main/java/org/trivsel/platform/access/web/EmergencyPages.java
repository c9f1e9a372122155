package org.trivsel.platform.access.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.trivsel.platform.access.EmergencyAccess;
import org.trivsel.platform.access.EmergencyRefused;
import org.trivsel.platform.identity.CurrentUser;

/** Opening a case one is not on, because a child cannot wait; and the manager's review of it. */
@Controller
class EmergencyPages {

    private static final HttpStatusCode REFUSED = HttpStatus.UNPROCESSABLE_ENTITY;

    private final EmergencyAccess emergency;
    private final CurrentUser current;

    EmergencyPages(EmergencyAccess emergency, CurrentUser current) {
        this.emergency = emergency;
        this.current = current;
    }

    @GetMapping("/cases/emergency")
    String ask(Model model) {
        model.addAttribute("allowed", EmergencyAccess.mayOpen(current.get()));
        return "emergency";
    }

    @PostMapping("/cases/emergency")
    ModelAndView open(@RequestParam(defaultValue = "") String caseRef, @RequestParam(defaultValue = "") String reason) {
        try {
            emergency.open(current.get(), caseRef.strip(), reason);
            return new ModelAndView("redirect:/cases/{caseRef}").addObject("caseRef", caseRef.strip());
        } catch (EmergencyRefused refused) {
            ModelAndView page = new ModelAndView("emergency");
            page.setStatus(REFUSED);
            page.addObject("allowed", EmergencyAccess.mayOpen(current.get()));
            page.addObject("wrong", refused.getMessage());
            page.addObject("caseRef", caseRef);
            page.addObject("reason", reason);
            return page;
        }
    }

    @PostMapping("/access-log/emergencies/{id}")
    String review(@PathVariable long id, @RequestParam(defaultValue = "") String review) {
        emergency.review(current.get(), id, review);
        return "redirect:/access-log";
    }
}
