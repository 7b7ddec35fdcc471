package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.candour.access.Act;
import org.candour.access.Purpose;
import org.candour.access.RefusalReason;
import org.candour.casework.Choice;
import org.candour.casework.Outlook;
import org.candour.casework.Status;
import org.candour.casework.ownrecord.Participation;
import org.candour.casework.timers.DutyHolder;
import org.junit.jupiter.api.Test;

/** Every act and status can be said in plain words, and nothing is said that nobody reads. */
class MessagesTests {
    private final Properties messages = read();

    @Test
    void everyActAndStatusHasItsWordsAndNoOthersAreThere() {
        var acts = Arrays.stream(Act.values()).map(act -> "act." + act);
        var statuses = Arrays.stream(Status.values()).map(status -> "status." + status);
        var outlooks = Arrays.stream(Outlook.values()).map(outlook -> "outlook." + outlook);
        var choices = Arrays.stream(Choice.values()).map(choice -> "choice." + choice);
        var purposes = Arrays.stream(Purpose.values()).map(purpose -> "purpose." + purpose);
        var refusals = Arrays.stream(RefusalReason.values()).map(reason -> "refusal." + reason);
        var forms = Arrays.stream(ExpectedWords.Form.values()).map(form -> "expected." + form);
        var participations =
                Arrays.stream(Participation.values()).map(participation -> "participation." + participation);
        var holders = Arrays.stream(DutyHolder.values()).map(holder -> "duty-holder." + holder);
        var expected = Stream.of(
                        Stream.of("act.refused"),
                        acts,
                        statuses,
                        outlooks,
                        forms,
                        participations,
                        holders,
                        choices,
                        purposes,
                        refusals)
                .flatMap(keys -> keys);

        assertThat(messages.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void noWordsAreEmptyOrStandForTwoThings() {
        assertThat(messages.values()).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void onlyARefusalADayAndWhatIsExpectedHaveAPlaceForOtherWords() {
        assertThat(messages)
                .allSatisfy((key, words) -> assertThat(String.valueOf(words).contains("{"))
                        .as(String.valueOf(key))
                        .isEqualTo(List.of("act.refused", "outlook.NEXT_CHECK").contains(String.valueOf(key))
                                || String.valueOf(key).startsWith("expected.")));
    }

    private static Properties read() {
        try (var file = Objects.requireNonNull(MessagesTests.class.getResourceAsStream("/messages.properties"))) {
            var messages = new Properties();
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return messages;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
