package org.trivsel.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trivsel.practice.Fixtures.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.forms.Answers;

/** A rota without gap: somebody is there every minute of the week. */
class RotaTest {

    private static final String WEEK = "['MON','TUE','WED','THU','FRI','SAT','SUN']";

    @Test
    void hasNoGapWhenDayAndNightAreSomebodys() {
        assertThat(gaps("{'weekdays':" + WEEK + ",'from':'05:00','to':'23:00'}," + "{'weekdays':" + WEEK
                        + ",'from':'23:00','to':'05:00'}"))
                .isEmpty();
    }

    @Test
    void namesTheHoursThatAreNobodys() {
        assertThat(gaps("{'weekdays':" + WEEK + ",'from':'00:00','to':'13:00'},"
                        + "{'weekdays':['MON','TUE','THU','FRI','SAT','SUN'],'from':'13:00','to':'24:00'},"
                        + "{'weekdays':['WED'],'from':'18:00','to':'24:00'}"))
                .containsExactly("WED 13:00–WED 18:00");
    }

    @Test
    void letsTheNightOfSundayReachIntoMonday() {
        assertThat(gaps("{'weekdays':" + WEEK + ",'from':'06:00','to':'22:00'},"
                        + "{'weekdays':['MON','TUE','WED','THU','FRI','SAT'],'from':'22:00','to':'06:00'}"))
                .containsExactly("MON 00:00–MON 06:00", "SUN 22:00–MON 00:00");
    }

    @Test
    void isAllGapWhenNobodyIsNamed() {
        assertThat(gaps("")).containsExactly("MON 00:00–MON 00:00");
    }

    private static List<String> gaps(String rows) {
        return Rota.of(new Answers(object("{'rota':[" + rows + "]}")).rows("rota"))
                .gaps();
    }
}
