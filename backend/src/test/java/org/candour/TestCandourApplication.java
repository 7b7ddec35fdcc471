package org.candour;

import java.nio.file.Files;
import org.candour.development.Development;
import org.candour.development.Development.Running;
import org.candour.walk.Walk;

/** Starts Candour and all it needs on a developer's machine. {@code ./mvnw} alone runs this. */
public final class TestCandourApplication {
    private TestCandourApplication() {}

    public static void main(String[] arguments) {
        Development.run(arguments, TestCandourApplication::walk);
    }

    private static void walk(Running running) throws Exception {
        var evidence = Files.createDirectories(running.folder().resolve("evidence"));
        new Walk(running.candour(), running.issuer(), running.mongodbUri(), evidence, running.out()).play();
    }
}
