package org.candour.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Augments the unpacked Keycloak once ({@code kc.sh build}), so that each later start is quick. Maven runs this; it does
 * nothing when the same options were built before.
 */
final class BuildDistribution {
    private static final List<String> OPTIONS = List.of(
            "--db=dev-file", "--health-enabled=true", "--metrics-enabled=false", "--features-disabled=impersonation");

    private BuildDistribution() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var home = Path.of(arguments[0]);
        var marker = home.resolve(Distribution.MARKER);
        var wanted = String.join("\n", OPTIONS) + "\n";
        if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
            return;
        }
        System.out.println("Building Keycloak for this realm, once; this takes about a minute ...");
        Files.deleteIfExists(marker);
        restoreAsUnpacked(home.resolve("lib/quarkus"));
        build(new Distribution(home), home.resolve("candour-build.log"));
        Files.writeString(marker, wanted);
        System.out.println("Keycloak is built: " + home);
    }

    private static void build(Distribution distribution, Path log) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(OPTIONS);
        var builder = new ProcessBuilder(distribution.command(List.of(), arguments));
        Environment.withoutKeycloakSettings(builder.environment());
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new KeycloakNotStarted("Building Keycloak failed. " + LogTail.of(log));
        }
    }

    /** An interrupted build leaves half-written files behind: begin each one from the files that were unpacked. */
    private static void restoreAsUnpacked(Path files) throws IOException {
        var kept = files.resolveSibling("quarkus-as-unpacked");
        if (Files.isDirectory(kept)) {
            copy(kept, files);
            return;
        }
        var copying = Files.createTempDirectory(files.getParent(), "copying");
        copy(files, copying);
        Files.move(copying, kept);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
