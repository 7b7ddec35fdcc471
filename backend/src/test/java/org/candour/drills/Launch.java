package org.candour.drills;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.candour.keycloak.ParentWatch;

/**
 * How the drill starts Java processes: on its own class path, whose folders are packed into jars, since the JVM keeps class
 * data archives of jars alone; and so that they end with the drill.
 */
final class Launch {
    private final String classPath;
    private final Path archive;

    private Launch(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    static Launch packedIn(Path folder) throws IOException {
        var parts = new ArrayList<String>();
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(part);
            if (part.isEmpty()) {
                continue; // would be the folder that this runs in
            }
            parts.add(Files.isDirectory(path) ? jar(path, folder.resolve("part-" + parts.size() + ".jar")) : part);
        }
        return new Launch(String.join(File.pathSeparator, parts), folder.resolve("classes.jsa"));
    }

    private static String jar(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            Files.walkFileTree(classes, new SimpleFileVisitor<>() {
                @Override // Spring finds components by the entries of folders
                public FileVisitResult preVisitDirectory(Path part, BasicFileAttributes attributes) throws IOException {
                    if (!part.equals(classes)) {
                        out.putNextEntry(new JarEntry(classes.relativize(part) + "/"));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, out);
                    out.closeEntry();
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return jar.toString();
    }

    /** A process that writes the class data archive when it ends in order. */
    List<String> training(Path temporary, Class<?> main, List<String> arguments) {
        return command("-XX:ArchiveClassesAtExit=" + archive, temporary, main, arguments);
    }

    /** A process that starts from the class data archive, if there is one. */
    List<String> java(Path temporary, Class<?> main, List<String> arguments) {
        return command(
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto",
                temporary,
                main,
                arguments);
    }

    /** Compiled quickly rather than well: a process lives for seconds. */
    private List<String> command(String sharing, Path temporary, Class<?> main, List<String> arguments) {
        var options = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                sharing,
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                ParentWatch.class.getName(),
                String.valueOf(ProcessHandle.current().pid()),
                main.getName());
        return Stream.concat(options.stream(), arguments.stream()).toList();
    }
}
