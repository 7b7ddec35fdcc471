package org.candour.drills;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.candour.development.EmbeddedStore;

/** The embedded store in a process of its own, which can be killed. */
public final class DrilledStore {
    private DrilledStore() {}

    /** Runs until it is killed: in a folder, on a port. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(EmbeddedStore.keptIn(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
                .uri("drill"));
        TimeUnit.DAYS.sleep(1);
    }
}
