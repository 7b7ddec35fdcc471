package org.candour.keycloak;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Ends this JVM when another process ends, however that one ended: a parent that was killed outright runs no shutdown
 * hook, so the child has to look.
 */
public final class ParentWatch {
    private static final int ORPHANED = 143;
    private static final long GRACE_SECONDS = 10;

    private ParentWatch() {}

    /**
     * Ends this JVM soon (within about five seconds) after {@code parent} has ended: in order if its shutdown hooks
     * finish within ten seconds, else at once. Returns immediately.
     */
    public static void endWith(ProcessHandle parent) {
        daemon("watch-parent", () -> {
            parent.onExit().join();
            daemon("end-in-time", ParentWatch::haltAfterGrace);
            System.exit(ORPHANED);
        });
    }

    /**
     * Runs another main class for as long as a process lives.
     *
     * @param arguments the process id to watch, the main class, and its arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var parent = ProcessHandle.of(Long.parseLong(arguments[0]));
        if (parent.isEmpty()) {
            Runtime.getRuntime().halt(ORPHANED);
        }
        endWith(parent.get());
        Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void haltAfterGrace() {
        try {
            TimeUnit.SECONDS.sleep(GRACE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
