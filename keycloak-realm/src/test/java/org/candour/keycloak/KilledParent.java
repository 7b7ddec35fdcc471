package org.candour.keycloak;

import java.nio.file.Path;

/** Starts Keycloak, says which process it is, and waits to be killed. */
final class KilledParent {
    private KilledParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        var server = KeycloakServerTests.setup(Path.of(arguments[0])).start();
        System.out.println(server.process().pid());
        Thread.currentThread().join();
    }
}
