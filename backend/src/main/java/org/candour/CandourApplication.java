package org.candour;

import java.util.List;
import org.candour.ledger.VerifierCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Candour; or, if the first word is {@code verify}, checks evidence from the ledger offline and ends. */
@EnableScheduling
@SpringBootApplication
public class CandourApplication {
    public static void main(String[] args) {
        var words = List.of(args);
        if (!words.isEmpty() && words.get(0).equals("verify")) {
            System.exit(VerifierCommand.run(words.subList(1, words.size()), System.out));
        }
        SpringApplication.run(CandourApplication.class, args);
    }
}
