package org.candour.drills;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Kills one Candour again and again, at work and while it starts, and now and then the store. The seed fixes its choices. */
final class Killer implements Runnable {
    private static final int MOST_ANSWERS = 60; // in one life
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(15);
    private static final int LONGEST_PAUSE_MILLIS = 50;
    private static final int LONGEST_OUTAGE_MILLIS = 1_500;
    private static final int PERCENT_DURING_START = 35;
    private static final int PERCENT_WITH_STORE = 8;

    private final Cluster cluster;
    private final int number;
    private final Killable candour;
    private final Journal journal;
    private final Random random;
    private final Kills kills;
    private int startMillis = 3_000;

    Killer(Cluster cluster, int candour, Journal journal, Random random, Kills kills) {
        this.cluster = cluster;
        this.number = candour;
        this.candour = cluster.candours.get(candour);
        this.journal = journal;
        this.random = random;
        this.kills = kills;
    }

    /** How many there were, and how many there shall still be. */
    static final class Kills {
        final AtomicInteger left = new AtomicInteger();
        final AtomicInteger atWork = new AtomicInteger();
        final AtomicInteger duringStart = new AtomicInteger();
        final AtomicInteger ofStore = new AtomicInteger();

        int all() {
            return atWork.get() + duringStart.get();
        }
    }

    @Override
    public void run() {
        boolean isStarting = false;
        while (kills.left.getAndDecrement() > 0) {
            if (isStarting && random.nextInt(100) < PERCENT_DURING_START) {
                pause(random.nextInt(startMillis));
                kill(kills.duringStart);
            } else {
                awaitReady(isStarting);
                letWork(random.nextInt(MOST_ANSWERS));
                kill(kills.atWork);
            }
            isStarting = true;
        }
    }

    private void awaitReady(boolean isStarting) {
        var began = System.nanoTime();
        candour.awaitReady();
        if (isStarting) {
            startMillis = 1 + (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        }
    }

    /** Until it has given so many answers, however slow the machine is; the kill then falls into the next ones. */
    private void letWork(int answers) {
        long until = System.nanoTime() + LONGEST_LIFE.toNanos();
        int enough = journal.answeredBy.get(number) + answers;
        while (journal.answeredBy.get(number) < enough && System.nanoTime() < until) {
            pause(1);
        }
        pause(random.nextInt(LONGEST_PAUSE_MILLIS));
    }

    private void kill(AtomicInteger counter) {
        if (cluster.store.isPresent() && random.nextInt(100) < PERCENT_WITH_STORE) {
            killStore(cluster.store.get());
        }
        candour.kill();
        counter.incrementAndGet();
        candour.start();
    }

    /** The other killer may want to at the same time. */
    private void killStore(Killable store) {
        synchronized (store) {
            store.kill();
            kills.ofStore.incrementAndGet();
            pause(random.nextInt(LONGEST_OUTAGE_MILLIS));
            store.start();
            store.awaitReady();
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
