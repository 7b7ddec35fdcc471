package org.candour.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.candour.ledger.AppendLoad;
import org.candour.ledger.VerificationLoad;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Measures what Candour's protection costs and prints one table: {@code ./mvnw -Pbench}. Each figure is a ratio to the bare
 * part, measured in the same run, since a machine's speed says nothing of the program; a figure on a busy machine is worth
 * little all the same.
 *
 * <p>JMH classes are found by name: {@code org.candour.….…Benchmark}. Their methods that carry {@link Compared} are rows.
 */
public final class Benchmarks {
    private static final String JMH_CLASSES = "org\\.candour\\..*Benchmark\\..*";

    private static final double MEDIAN = 50;

    private Benchmarks() {}

    /** Takes the names of the parts to be measured, {@code jmh}, {@code verify}, {@code append}, {@code submit}, {@code cases}; all, if there are none. */
    public static void main(String[] arguments) throws Exception {
        LoggingSystem.get(Benchmarks.class.getClassLoader()).beforeInitialize();
        var parts = arguments.length == 0 ? List.of("jmh", "verify", "append", "submit", "cases") : List.of(arguments);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmarks-");
        var rows = new ArrayList<Row>();
        if (parts.contains("jmh")) {
            rows.addAll(jmh());
        }
        if (parts.contains("verify")) {
            rows.addAll(new VerificationLoad(folder).measure());
        }
        if (parts.contains("append")) {
            rows.addAll(new AppendLoad(folder).measure());
        }
        if (parts.contains("submit")) {
            rows.addAll(new SubmissionCost(folder).measure());
        }
        if (parts.contains("cases")) {
            rows.addAll(new CaseGrowth(folder).measure());
        }
        System.out.println("\n| what | measured | target | reached |\n|---|---|---|---|");
        rows.forEach(System.out::println);
        System.exit(0); // what was started in other threads and processes ends too
    }

    private static List<Row> jmh() throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(JMH_CLASSES)
                        .mode(Mode.SampleTime) // for its median, which a busy neighbour moves least
                        .forks(1)
                        .warmupIterations(6)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return rows(results);
    }

    private static List<Row> rows(Collection<RunResult> results) {
        var micros = results.stream()
                .collect(Collectors.toMap(
                        result -> result.getParams().getBenchmark(),
                        result -> result.getPrimaryResult().getStatistics().getPercentile(MEDIAN)));
        var rows = new ArrayList<Row>();
        micros.keySet().stream().sorted().forEach(name -> {
            int dot = name.lastIndexOf('.');
            var compared = compared(name.substring(0, dot), name.substring(dot + 1));
            if (compared != null) {
                var bare = Objects.requireNonNull(micros.get(name.substring(0, dot + 1) + compared.with()));
                rows.add(row(compared, Objects.requireNonNull(micros.get(name)), bare));
            }
        });
        return rows;
    }

    private static Row row(Compared compared, double micros, double bare) {
        var figures = String.format(Locale.ROOT, "%.1f us to %.1f us", micros, bare);
        return Row.atMost(compared.what(), figures, micros / bare, compared.atMost(), " times");
    }

    private static @Nullable Compared compared(String className, String method) {
        try {
            return Class.forName(className).getMethod(method).getAnnotation(Compared.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JMH ran a method that is not there", e);
        }
    }
}
