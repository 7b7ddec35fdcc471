package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSettingsTests {
    @TempDir
    Path directory;

    @Test
    void aPassphraseHasNoDefaultAndOneSource() {
        var file = directory.resolve("passphrase");

        assertThatThrownBy(() -> new VaultSettings(directory, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VaultSettings(directory, TestVault.PASSPHRASE, file))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VaultSettings(directory, "elevenchars", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("elevenchars");
    }

    @Test
    void theFirstLineOfTheFileIsThePassphrase() throws IOException {
        var file = Files.writeString(directory.resolve("passphrase"), TestVault.PASSPHRASE + "\r\nand more\n");

        assertThat(new VaultSettings(directory, null, file).readPassphrase())
                .isEqualTo(TestVault.PASSPHRASE.toCharArray());
    }

    @Test
    void anEmptyOrShortFileIsNoPassphrase() throws IOException {
        var empty = Files.writeString(directory.resolve("empty"), "");
        var tooShort = Files.writeString(directory.resolve("short"), "short\n");

        assertThatThrownBy(() -> new VaultSettings(directory, null, empty).readPassphrase())
                .isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> new VaultSettings(directory, null, tooShort).readPassphrase())
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void showsNoPassphrase() {
        assertThat(new VaultSettings(directory, TestVault.PASSPHRASE, null).toString())
                .doesNotContain(TestVault.PASSPHRASE);
    }
}
