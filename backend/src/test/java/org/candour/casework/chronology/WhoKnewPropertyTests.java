package org.candour.casework.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.candour.access.CaseId;
import org.candour.intake.FactDate;

/** The answer to "who knew what on that day, by what was recorded then", against a model that replays what was recorded. */
class WhoKnewPropertyTests {
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 12, 28);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 8;
    private static final List<String> BODIES = List.of("westmarch", "northfield", "UNKNOWN");

    /**
     * Something that was recorded.
     *
     * @param later hours after the one before
     * @param fact which of the facts so far; one more than there are is a new one
     * @param isCorrection whether the fact is written anew
     */
    record Step(int later, int fact, boolean isCorrection, Map<String, FactDate> known) {}

    /** Facts as the latest of what was said about each. */
    private static final class Model {
        private final List<Map<String, FactDate>> facts = new ArrayList<>();

        void play(Step step) {
            if (step.fact() >= facts.size()) {
                facts.add(new HashMap<>(step.known()));
            } else {
                facts.get(step.fact()).putAll(step.known());
            }
        }

        List<Knowledge> answers(String body, LocalDate on) {
            return facts.stream().map(fact -> answer(fact.get(body), on)).toList();
        }

        private static Knowledge answer(@org.jspecify.annotations.Nullable FactDate date, LocalDate on) {
            if (date == null) {
                return Knowledge.NOTHING_RECORDED;
            }
            var possible = days(date);
            if (possible.stream().noneMatch(day -> day.isAfter(on))) {
                return Knowledge.KNEW;
            }
            return possible.stream().allMatch(day -> day.isAfter(on)) ? Knowledge.NOT_YET : Knowledge.UNKNOWN;
        }

        /** Every day it can be; for an unknown one the first and the last of all. */
        private static List<LocalDate> days(FactDate date) {
            return switch (date.precision()) {
                case EXACT -> List.of(java.util.Objects.requireNonNull(date.from()));
                case RANGE ->
                    java.util.Objects.requireNonNull(date.from())
                            .datesUntil(
                                    java.util.Objects.requireNonNull(date.to()).plusDays(1))
                            .toList();
                case UNKNOWN -> List.of(LocalDate.MIN, LocalDate.MAX);
            };
        }
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST_DAY::plusDays);
    }

    @Provide
    static Arbitrary<FactDate> dates() {
        var range = Combinators.combine(days(), Arbitraries.integers().between(0, 3))
                .as((from, length) -> FactDate.between(from, from.plusDays(length)));
        return Arbitraries.oneOf(days().map(FactDate::exactly), range, Arbitraries.just(FactDate.unknown()));
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        var known =
                Arbitraries.maps(Arbitraries.of(BODIES), dates()).ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false),
                        known)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void everyAnswerIsThatOfReplayingWhatWasRecordedByThen(
            @ForAll("steps") List<Step> steps, @ForAll("days") LocalDate on, @ForAll("hour") int hour) {
        var asked = BEGIN.plus(Duration.ofHours(hour));
        var chronology = Chronology.empty(CaseId.next());
        var model = new Model();
        var heads = new ArrayList<String>();
        var now = BEGIN;
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.later()));
            record(chronology, step, heads, now);
            if (!now.isAfter(asked)) {
                model.play(step);
            }
        }

        for (var body : BODIES) {
            var question = new WhoKnew(body, on, asked);
            assertThat(TestEntries.answers(chronology, question))
                    .containsExactlyInAnyOrderElementsOf(model.answers(body, on));
        }
    }

    @Provide
    static Arbitrary<Integer> hour() {
        return Arbitraries.integers().between(-1, 14);
    }

    private static void record(Chronology chronology, Step step, List<String> heads, Instant now) {
        var statements = step.known().entrySet().stream()
                .map(known -> new BodyKnew(known.getKey(), known.getValue(), now, TestEntries.ADVOCATE))
                .toArray(BodyKnew[]::new);
        if (step.fact() >= heads.size()) {
            var entry = TestEntries.fact(now, null, statements);
            chronology.add(entry);
            heads.add(entry.id());
        } else if (step.isCorrection()) {
            var entry = TestEntries.fact(now, heads.get(step.fact()), statements);
            chronology.correct(entry);
            heads.set(step.fact(), entry.id());
        } else {
            for (var statement : statements) {
                chronology.knew(heads.get(step.fact()), statement);
            }
        }
    }

    @Property
    void whatIsRecordedLaterChangesNoEarlierAnswer(@ForAll("steps") List<Step> steps, @ForAll("days") LocalDate on) {
        var chronology = Chronology.empty(CaseId.next());
        var heads = new ArrayList<String>();
        var now = BEGIN;
        var answered = new HashMap<WhoKnew, List<Knowledge>>();
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.later() + 1));
            record(chronology, step, heads, now);
            for (var body : BODIES) {
                var question = new WhoKnew(body, on, now);
                answered.put(question, TestEntries.answers(chronology, question));
            }
        }

        answered.forEach((question, answer) ->
                assertThat(TestEntries.answers(chronology, question)).isEqualTo(answer));
    }
}
