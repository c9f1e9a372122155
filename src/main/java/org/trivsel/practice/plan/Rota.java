package org.trivsel.practice.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trivsel.platform.forms.Answers;

/** The weekly rota of a child who is never alone with a parent: every minute of the week is somebody's (R220). */
final class Rota {

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final int DAY = 24 * 60;

    private final BitSet covered = new BitSet(DAYS.size() * DAY);

    private Rota() {}

    static Rota of(List<Answers> rows) {
        Rota rota = new Rota();
        for (Answers row : rows) {
            int from = minutes(row.text("from"));
            int to = minutes(row.text("to"));
            int length = to > from ? to - from : to + DAY - from;
            for (String day : row.values("weekdays")) {
                rota.cover(DAYS.indexOf(day) * DAY + from, length);
            }
        }
        return rota;
    }

    private void cover(int start, int length) {
        for (int i = 0; i < length; i++) {
            covered.set((start + i) % (DAYS.size() * DAY));
        }
    }

    /** The gaps as a person reads them, such as "WED 13:00–WED 18:00"; empty when there is none. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        int week = DAYS.size() * DAY;
        for (int start = covered.nextClearBit(0); start < week; ) {
            int end = covered.nextSetBit(start);
            int stop = end < 0 ? week : end;
            gaps.add(point(start) + "–" + point(stop % week));
            start = end < 0 ? week : covered.nextClearBit(end);
        }
        return gaps;
    }

    private static String point(int minute) {
        return "%s %02d:%02d".formatted(DAYS.get(minute / DAY), minute % DAY / 60, minute % 60);
    }

    private static int minutes(String time) {
        String[] parts = time.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
