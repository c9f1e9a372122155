package org.trivsel.platform.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A person's dates as iCalendar (RFC 5545): the reference of the case, what and when, and a link. All times are UTC. */
@Component
public class FeedWriter {

    /** A deadline is a moment; calendars show nothing that has no length. */
    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final String address;

    FeedWriter(@Value("${trivsel.address}") String address) {
        this.address = address;
    }

    /** @param name how the calendar calls itself; what is not for a feed is left out */
    public String write(String name, List<CalendarEntry> entries, Instant now) {
        net.fortuna.ical4j.model.Calendar calendar = new net.fortuna.ical4j.model.Calendar()
                .withProdId("-//Trivsel//Deadlines and meetings//EN")
                .withDefaults()
                .withProperty(new XProperty("X-WR-CALNAME", name))
                .withProperty(new XProperty("X-PUBLISHED-TTL", "PT1H"))
                .getFluentTarget();
        entries.stream().filter(CalendarEntry::forTheFeed).forEach(entry -> calendar.add(event(entry, now)));
        return calendar.toString();
    }

    private VEvent event(CalendarEntry entry, Instant now) {
        Instant start = entry.at().truncatedTo(ChronoUnit.SECONDS);
        Instant end = entry.end() == null ? start.plus(SHOWN) : entry.end().truncatedTo(ChronoUnit.SECONDS);
        VEvent event = new VEvent(start, end, entry.caseRef() + " " + entry.what());
        Transp transparency = entry.end() == null ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE;
        event.getProperty("DTSTAMP").ifPresent(event::remove);
        event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(entry.key() + "@trivsel"));
        event.add(new Url(URI.create(address + entry.link())));
        event.add(transparency);
        return event;
    }
}
