package org.candour;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import org.candour.custody.EscrowCommand;
import org.candour.custody.KeysCommand;
import org.candour.ledger.Ledger;
import org.candour.vault.KeyEscrow;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The two rooms that custodians need at the machine, with Candour's own settings: ledger and vault, and no door to the outside. */
@EnableAutoConfiguration
@ComponentScan({"org.candour.ledger", "org.candour.vault"})
@Import(StoreConfiguration.class)
class CustodiansMachine {
    /** Runs {@code keys split} or {@code keys recover}, and returns its exit code. */
    @SuppressWarnings(
            "SystemConsoleNull") // from JDK 22 on there is one without a terminal too, and it reads what is piped in
    static int run(List<String> words, PrintStream out) {
        var console = System.console();
        if (console == null) {
            out.println("Passphrases are typed: this needs a terminal.");
            return KeysCommand.UNUSABLE;
        }
        try (var context = new SpringApplicationBuilder(CustodiansMachine.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run()) {
            return new EscrowCommand(
                            context.getBean(KeyEscrow.class),
                            context.getBean(Ledger.class),
                            asked -> typed(console, asked),
                            out)
                    .run(words);
        }
    }

    private static char[] typed(Console console, String asked) {
        var typed = console.readPassword("%s", asked);
        return typed == null ? new char[0] : typed;
    }
}
