package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.candour.casework.timers.DutyHolder;
import org.candour.casework.timers.Expectation;
import org.candour.casework.timers.Expectation.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ExpectedWordsTests {
    private static final Instant JUST_BEFORE_MIDNIGHT_IN_LONDON = Instant.parse("2026-06-30T22:59:59Z");

    private static String say(DutyHolder who, @Nullable Instant by, boolean isVerified) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        return new ExpectedWords(messages, Locale.UK)
                .say(new Expectation("Tell you what was decided", who, by, Standing.EXPECTED, isVerified));
    }

    @Test
    void onlyARuleThatSomebodyHasCheckedIsCalledOne() {
        assertThat(say(DutyHolder.POLICE, JUST_BEFORE_MIDNIGHT_IN_LONDON, true))
                .isEqualTo("By the rules, the police must do this by 30 June 2026: Tell you what was decided.");
        assertThat(say(DutyHolder.POLICE, JUST_BEFORE_MIDNIGHT_IN_LONDON, false))
                .isEqualTo("We expect that the police will do this by 30 June 2026: Tell you what was decided.");
    }

    @Test
    void whereNoDayIsKnownNoneIsSaid() {
        assertThat(say(DutyHolder.COURT, null, false))
                .isEqualTo("We expect that the court will do this. No day is set for it: Tell you what was decided.");
    }

    @ParameterizedTest
    @EnumSource
    void everybodyWhoOwesSomethingHasAName(DutyHolder who) {
        assertThat(say(who, JUST_BEFORE_MIDNIGHT_IN_LONDON, false))
                .contains("30 June 2026")
                .doesNotContain("{");
    }
}
