package org.candour.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An unpacked Keycloak distribution, and how a JVM is told to run it: what {@code bin/kc.sh} does, without a shell. */
record Distribution(Path home) {
    /** Names the folder of the distribution; the build sets it for tests and for the development start. */
    static final String HOME_PROPERTY = "candour.keycloak.home";

    static final String MARKER = "candour-build.txt";

    /** The one the build unpacked: where the property says, else beside this module's classes or jar. */
    static Distribution ofTheBuild() {
        var named = System.getProperty(HOME_PROPERTY);
        if (named != null) {
            return checked(Path.of(named));
        }
        try (Stream<Path> beside = Files.list(ownCode().toAbsolutePath().getParent())) {
            return beside.filter(Distribution::isBuilt)
                    .findFirst()
                    .map(Distribution::new)
                    .orElseThrow(() -> new KeycloakNotStarted("There is no built Keycloak beside " + ownCode()
                            + "; run the build once, or name its folder with -D" + HOME_PROPERTY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Distribution checked(Path home) {
        if (!isBuilt(home)) {
            throw new KeycloakNotStarted("There is no built Keycloak at " + home + "; run the build once");
        }
        return new Distribution(home);
    }

    private static boolean isBuilt(Path folder) {
        return Files.isRegularFile(folder.resolve(MARKER));
    }

    /** The folder or jar that holds this module's classes. */
    static Path ownCode() {
        try {
            return Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The command that runs Keycloak under {@link ParentWatch}, with the JDK that runs us.
     *
     * @param properties further {@code -D} settings of the child JVM
     * @param arguments what would follow {@code kc.sh}
     */
    List<String> command(List<String> properties, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(properties);
        command.add("-cp");
        command.add(ownCode() + System.getProperty("path.separator") + home.resolve("lib/quarkus-run.jar"));
        command.add(ParentWatch.class.getName());
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    private static final List<String> JVM_FLAGS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");
}
