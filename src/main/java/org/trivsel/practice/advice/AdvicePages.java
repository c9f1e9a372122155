package org.trivsel.practice.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.trivsel.platform.forms.Drafts;
import org.trivsel.platform.forms.FormTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;

/** The page on which an advice call is registered. */
@Controller
class AdvicePages {

    private static final String DRAFT = "start:" + AdviceCalls.FORM;

    private final AdviceCalls calls;
    private final FormTexts texts;
    private final Drafts drafts;
    private final CurrentUser current;

    AdvicePages(AdviceCalls calls, FormTexts texts, Drafts drafts, CurrentUser current) {
        this.drafts = drafts;
        this.calls = calls;
        this.texts = texts;
        this.current = current;
    }

    @GetMapping("/advice/new")
    String page(Model model, Locale locale) {
        model.addAttribute("title", texts.title(calls.form(current.get()), locale));
        model.addAttribute("formUrl", "/advice/new/form");
        model.addAttribute("draftUrl", "/advice/new/draft");
        model.addAttribute("submitUrl", "/advice/new");
        return "task";
    }

    @GetMapping("/advice/new/form")
    @ResponseBody
    Map<String, JsonNode> form() {
        JsonNode data = JsonNodeFactory.instance
                .objectNode()
                .put("enquiryDate", calls.today().toString());
        return Map.of("form", calls.form(current.get()), "data", data);
    }

    @PostMapping("/advice/new")
    @ResponseBody
    Map<String, String> submit(@RequestBody JsonNode data) {
        User user = current.get();
        calls.register(user, data);
        drafts.discard(DRAFT, user.username());
        return Map.of("location", "/tasks");
    }
}
