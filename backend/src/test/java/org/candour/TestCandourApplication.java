package org.candour;

import org.candour.development.Development;
import org.candour.development.Development.FirstRun;

/** Starts Candour and all it needs on a developer's machine. {@code ./mvnw} alone runs this. */
public final class TestCandourApplication {
    /** Played the first time Candour is up; the walk through the main job belongs here. */
    private static final FirstRun WALK = FirstRun.NOTHING;

    private TestCandourApplication() {}

    public static void main(String[] arguments) {
        Development.run(arguments, WALK);
    }
}
