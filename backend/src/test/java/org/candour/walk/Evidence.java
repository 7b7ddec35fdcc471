package org.candour.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.candour.ledger.VerifierCommand;

/**
 * What the auditor takes away, and checks where nobody of ours can interfere.
 *
 * @param folder an existing directory
 */
record Evidence(Path folder, Script say) {
    void save(String name, byte[] bytes) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void changeOneByte(String name) {
        try {
            var bytes = Files.readAllBytes(folder.resolve(name));
            bytes[bytes.length / 2] ^= 1;
            save(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the verifier as {@code java -jar candour.jar verify} does, on files of the folder. */
    void verify(int expected, String... words) {
        var arguments = new ArrayList<String>();
        arguments.add(words[0]);
        for (var i = 1; i < words.length; i++) {
            arguments.add(
                    words[i].startsWith("--")
                            ? words[i]
                            : folder.resolve(words[i]).toString());
        }
        say.line("java -jar candour.jar verify " + String.join(" ", words));
        var code = VerifierCommand.run(arguments, say.indented());
        if (code != expected) {
            throw new AssertionError("The verifier answers " + code + " and not " + expected);
        }
    }
}
