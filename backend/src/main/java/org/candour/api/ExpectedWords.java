package org.candour.api;

import static org.candour.casework.timers.WorkingDays.LONDON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.candour.casework.timers.DutyHolder;
import org.candour.casework.timers.Expectation;
import org.springframework.context.MessageSource;

/** Says in plain words what is owed to a victim next, by whom and until which day. It counts nothing down. */
final class ExpectedWords {
    /** How it is said: only a rule that somebody has checked is called one. */
    enum Form {
        LAW,
        LAW_NO_DAY,
        USUAL,
        USUAL_NO_DAY,
        YOURS,
        YOURS_NO_DAY;

        static Form of(Expectation expectation) {
            var hasDay = expectation.by() != null;
            if (expectation.dutyHolder() == DutyHolder.VICTIM) {
                return hasDay ? YOURS : YOURS_NO_DAY;
            }
            if (expectation.isVerified()) {
                return hasDay ? LAW : LAW_NO_DAY;
            }
            return hasDay ? USUAL : USUAL_NO_DAY;
        }
    }

    private final MessageSource messages;
    private final Locale locale;

    ExpectedWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String say(Expectation expectation) {
        var who = messages.getMessage("duty-holder." + expectation.dutyHolder(), new Object[0], locale);
        var day = Optional.ofNullable(expectation.by())
                .map(by -> LocalDate.ofInstant(by, LONDON))
                .map(DateTimeFormatter.ofPattern("d MMMM uuuu", locale)::format)
                .orElse("");
        return messages.getMessage(
                "expected." + Form.of(expectation), new Object[] {who, day, expectation.words()}, locale);
    }
}
