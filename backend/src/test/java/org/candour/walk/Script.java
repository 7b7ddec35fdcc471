package org.candour.walk;

import java.io.PrintStream;

/** Prints the walk so that it can be followed. */
final class Script {
    private static final int WIDTH = 110;

    private final PrintStream out;
    private int step;

    Script(PrintStream out) {
        this.out = out;
    }

    void step(String title) {
        out.printf("%n%d. %s%n", ++step, title);
    }

    /** What somebody, or a field, gets. */
    void gets(String who, String what) {
        line(who + ": " + what.strip().replace("\n", "\n" + " ".repeat(who.length() + 2)));
    }

    void note(String text) {
        line("(" + text + ")");
    }

    void line(String text) {
        text.lines().forEach(this::wrap);
    }

    private void wrap(String line) {
        var rest = line;
        while (rest.length() > WIDTH) {
            var cut = rest.lastIndexOf(' ', WIDTH);
            if (rest.substring(0, Math.max(cut, 0)).isBlank()) {
                break; // one long word, such as a signature
            }
            out.println("   " + rest.substring(0, cut));
            rest = "  " + rest.substring(cut + 1);
        }
        out.println("   " + rest);
    }

    PrintStream indented() {
        return new PrintStream(out, true) {
            @Override
            public void println(String text) {
                Script.this.line("  " + text);
            }
        };
    }

    void end() {
        out.printf("%nAll as promised.%n");
    }
}
