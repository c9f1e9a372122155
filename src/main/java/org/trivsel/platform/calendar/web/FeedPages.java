package org.trivsel.platform.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trivsel.platform.calendar.Calendar;
import org.trivsel.platform.calendar.CalendarEntry;
import org.trivsel.platform.calendar.CalendarFeeds;
import org.trivsel.platform.calendar.FeedWriter;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.notification.MailTexts;

/** A person's dates in their own calendar: the secret address, and what stands behind it. */
@Controller
class FeedPages {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(365);

    private final CalendarFeeds feeds;
    private final Calendar calendar;
    private final FeedWriter writer;
    private final MailTexts texts;
    private final DateTexts dates;
    private final Users users;
    private final CurrentUser current;
    private final Clock clock;

    FeedPages(
            CalendarFeeds feeds,
            Calendar calendar,
            FeedWriter writer,
            MailTexts texts,
            DateTexts dates,
            Users users,
            CurrentUser current,
            Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.writer = writer;
        this.texts = texts;
        this.dates = dates;
        this.users = users;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/me/calendar")
    String page(Model model, Locale locale) {
        Optional<CalendarFeeds.Feed> feed = feeds.of(current.get().username());
        model.addAttribute("active", feed.isPresent());
        feed.ifPresent(one -> {
            model.addAttribute("created", dates.moment(one.createdAt(), locale));
            model.addAttribute("read", one.readAt() == null ? null : dates.moment(one.readAt(), locale));
        });
        return "calendar-feed";
    }

    @PostMapping("/me/calendar")
    String create(RedirectAttributes flash) {
        String token = feeds.create(current.get().username());
        flash.addFlashAttribute("address", texts.link("/calendar/" + token + ".ics"));
        return "redirect:/me/calendar";
    }

    @PostMapping("/me/calendar/revoke")
    String revoke(RedirectAttributes flash) {
        feeds.revoke(current.get().username());
        flash.addFlashAttribute("revoked", true);
        return "redirect:/me/calendar";
    }

    /** Needs no log-in: the address is the secret. One that was revoked is like one that never was. */
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        Optional<User> reader = feeds.read(token).flatMap(users::find).filter(user -> !user.roles()
                .isEmpty());
        if (reader.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Instant now = clock.instant();
        Locale locale = texts.language(reader.get());
        List<CalendarEntry> entries = calendar.between(reader.get(), true, now.minus(BACK), now.plus(AHEAD), locale);
        String name = texts.text(locale, "feed.name");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(writer.write(name, entries, now).getBytes(StandardCharsets.UTF_8));
    }
}
