package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the plain text is measured once
class RedactionSpeedTests {
    private static final int LONG = 200_000;
    private static final int SHORT = 20_000;
    private static final String PLAIN =
            "On 12 May 2023 he came to the flat and I told Anna O'Connor that I would ring 07700 900123. ";

    /** Processor time: what else the machine does must not decide. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Duration NEVER = Duration.ofDays(1);

    private final Redactor redactor = new Redactor();
    private Duration fastestPlain = NEVER;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "0",
                " ",
                "\n",
                "@",
                ".",
                "a.",
                "a@",
                "1 ",
                "0 ",
                "07",
                "07 ",
                "+44 ",
                "+",
                "(",
                "[",
                "[[]",
                "anna",
                "anna1",
                "anna_",
                "anna ",
                "a n n a ",
                "O'",
                "A. ",
                "PC ",
                "dr.",
                "ab12 ",
                "a1",
                "1-",
                "::",
                "1:",
                "1.",
                "x.com/",
                "www.",
                "http://",
                "3 may ",
                "may ",
                "-",
                "'",
                "\u0301",
                "\u200B",
                "\uFDFA",
                "é",
                "\uD83D\uDE00",
                "NE3 ",
                "flat 2 ",
                "14 church ",
                "gb82 ",
                "sort code ",
                "at dot ",
                "crime ref ",
                "john harding "
            })
    void textMadeToSlowTheRulesDownTakesNotMuchLonger(String piece) {
        var hostile = piece.repeat(LONG / piece.length());
        if (fastestPlain.compareTo(NEVER) == 0) {
            fastestPlain = fastest(5, PLAIN.repeat(LONG / PLAIN.length()));
        }

        var ratio = (double) fastest(2, hostile).toNanos() / fastestPlain.toNanos();

        // What is quadratic takes a thousand times longer at this length.
        assertThat(ratio).isLessThan(8);
    }

    @Test
    void anAccountWithTenKnownPartiesTakesMilliseconds() {
        var parties = new ArrayList<KnownParty>(TestParties.ALL);
        for (int i = 0; parties.size() < 10; i++) {
            parties.add(KnownParty.named(
                    "[witness " + (i + 2) + "]", "Ruth Ellen Name" + (char) ('a' + i) + "son", "Ellie"));
        }
        var paragraph = PLAIN + "He stood at the door and would not leave, and my sister heard all of it. ".repeat(4);
        var account = paragraph.repeat(SHORT / paragraph.length());
        for (int i = 0; i < 40; i++) {
            redactor.propose(account, parties, TestParties.KEEP);
        }

        var taken = fastest(10, account, parties);

        assertThat(taken).isLessThan(Duration.ofMillis(50));
    }

    private Duration fastest(int times, String text) {
        return fastest(times, text, TestParties.ALL);
    }

    private Duration fastest(int times, String text, List<KnownParty> parties) {
        var fastest = NEVER;
        for (int i = 0; i < times; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            redactor.propose(text, parties, List.of("John Harding"));
            var taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin);
            fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
        }
        return fastest;
    }
}
