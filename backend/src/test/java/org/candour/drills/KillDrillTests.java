package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short form of the drill; {@code ./mvnw -Pdrill} is the long one. */
class KillDrillTests {
    @Test
    void whatWasAcknowledgedSurvivesKillsOfEitherCandourAndOfTheStore() throws Exception {
        var broken = KillDrill.run(4, 1, Path.of("target"), System.out);

        assertThat(broken).isEmpty();
    }
}
