package org.candour;

import java.util.List;
import org.candour.custody.EscrowCommand;
import org.candour.custody.KeysCommand;
import org.candour.ledger.OfflineTools;
import org.candour.vault.AesWarmUp;
import org.candour.vault.VaultCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Candour; or, if the first word is {@code verify} or {@code witness}, that tool alone; or, if it is {@code vault}, works
 * on a directory of keys and ends; or, if it is {@code keys}, does custodians' work, on a running Candour or at the machine, and
 * ends.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // rooms choose names alone
public class CandourApplication {
    public static void main(String[] args) {
        var words = List.of(args);
        OfflineTools.run(words, System.out).ifPresent(System::exit);
        if (!words.isEmpty() && words.get(0).equals("vault")) {
            System.exit(VaultCommand.run(words.subList(1, words.size()), System.out));
        }
        if (words.size() > 1 && words.get(0).equals("keys") && EscrowCommand.WORDS.contains(words.get(1))) {
            System.exit(CustodiansMachine.run(words.subList(1, words.size()), System.out));
        }
        if (!words.isEmpty() && words.get(0).equals("keys")) {
            System.exit(KeysCommand.run(words.subList(1, words.size()), System.getenv(), System.out));
        }
        var application = new SpringApplication(CandourApplication.class);
        application.addListeners(new AesWarmUp());
        application.run(args);
    }

    /** Nothing runs by itself on a node that runs intake alone: what does, opens. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @Profile("!intake")
    static class Unattended {}
}
