package org.candour.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port can be had. */
public final class Ports {
    private Ports() {}

    /**
     * A port of the loopback interface on which nobody listens now. Another process may take it before it is used.
     *
     * @param wanted the port, or 0 for any
     * @throws KeycloakNotStarted if somebody listens on {@code wanted}
     */
    static int takeable(int wanted) {
        if (wanted != 0 && isTaken(wanted)) {
            throw new KeycloakNotStarted("Port " + wanted + " is taken by another process");
        }
        if (wanted != 0) {
            return wanted;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new KeycloakNotStarted("No port is free: " + e.getMessage());
        }
    }

    /** Whether somebody listens on this port of the loopback interface or of all interfaces. */
    public static boolean isTaken(int port) {
        return isTaken(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                || isTaken(new InetSocketAddress(port));
    }

    private static boolean isTaken(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address, 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
