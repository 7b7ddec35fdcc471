package org.candour.vault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token of SoftHSM in a directory that the build has set aside: the module reads its place from the environment when the JVM
 * loads it, so no test can choose it.
 */
record SoftHsm(Path module, long slot) {
    static final String PIN = "a pin for the tests";

    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    /** A fresh token, or a skipped test and the reason. */
    static SoftHsm orSkip() {
        var module = MODULES.stream().filter(Files::exists).findFirst();
        var configuration = Optional.ofNullable(System.getenv("SOFTHSM2_CONF")).map(Path::of);
        assumeTrue(module.isPresent(), "SoftHSM is not installed (Debian: apt-get install softhsm2)");
        assumeTrue(configuration.isPresent(), "SOFTHSM2_CONF does not say where SoftHSM may keep its tokens");
        try {
            return initialised(module.orElseThrow(), configuration.orElseThrow());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SoftHsm initialised(Path module, Path configuration) throws IOException {
        var tokens = Files.createDirectories(configuration.resolveSibling("softhsm-tokens"));
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens.toAbsolutePath()
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        var process = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", "candour", "--pin", PIN, "--so-pin", PIN)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var slot = SLOT.matcher(said);
        if (!slot.find()) {
            throw new IOException("SoftHSM made no token: " + said);
        }
        return new SoftHsm(module, Long.parseLong(slot.group(1)));
    }

    Token token(String pin) {
        return new Token(module, slot, pin::toCharArray);
    }
}
