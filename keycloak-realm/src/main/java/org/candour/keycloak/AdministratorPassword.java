package org.candour.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The administrator's password, which Keycloak takes only at its first start: kept beside the data it belongs to. */
final class AdministratorPassword {
    private static final int BYTES = 24;

    private AdministratorPassword() {}

    static String in(Path folder) throws IOException {
        var file = folder.resolve("administrator-password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        createForOwnerOnly(file);
        Files.writeString(file, password + "\n");
        return password;
    }

    private static void createForOwnerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
