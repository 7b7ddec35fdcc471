package org.candour.casework.timers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.annotation.TypeAlias;

/**
 * When the clock of a timer stood still, without overlap.
 *
 * @param all oldest first; the clock stands still as long as the last one has no end
 */
@TypeAlias("timer-pauses")
public record Pauses(List<Pause> all) {
    static final Pauses NONE = new Pauses(List.of());

    /** Keeps a copy. */
    public Pauses {
        all = List.copyOf(all);
    }

    Optional<Pause> open() {
        return all.stream().filter(Pause::isOpen).findFirst();
    }

    /** Whether it stands still, and did so that day. */
    boolean standsStillOn(LocalDate day) {
        return open().filter(pause -> !day.isBefore(pause.firstDay())).isPresent();
    }

    /** How many days a clock stood still that runs since then. */
    long daysSince(LocalDate start) {
        return all.stream()
                .filter(pause -> !pause.firstDay().isBefore(start))
                .mapToLong(Pause::days)
                .sum();
    }

    /** @throws PauseRefused if it stood still then */
    Pauses with(Pause next) {
        var overlaps = all.stream()
                .flatMap(pause -> Stream.ofNullable(pause.to()))
                .anyMatch(end -> next.firstDay().isBefore(LocalDate.parse(end)));
        if (overlaps) {
            throw new PauseRefused("from");
        }
        return new Pauses(Stream.concat(all.stream(), Stream.of(next)).toList());
    }

    /** @throws PauseRefused if the open one began after that day */
    Pauses ended(LocalDate to) {
        if (!standsStillOn(to)) {
            throw new PauseRefused("to");
        }
        return new Pauses(all.stream()
                .map(pause -> pause.isOpen() ? pause.until(to) : pause)
                .toList());
    }
}
