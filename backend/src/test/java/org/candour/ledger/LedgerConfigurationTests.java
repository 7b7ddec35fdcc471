package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;

class LedgerConfigurationTests {
    @TempDir
    Path directory;

    private TestStore store;
    private ApplicationContextRunner application;

    @BeforeEach
    void start() {
        store = new TestStore();
        application = new ApplicationContextRunner()
                .withBean(MongoTemplate.class, () -> store.mongo)
                .withUserConfiguration(LedgerConfiguration.class, Ledger.class)
                .withPropertyValues(
                        "candour.ledger.origin=candour.example/ledger",
                        "candour.ledger.key-file=" + directory.resolve("key.pem"),
                        "candour.ledger.passphrase=a passphrase for tests",
                        "candour.ledger.checkpoint-directory=" + directory.resolve("checkpoints"),
                        "candour.ledger.wait=20s",
                        "candour.ledger.queue=7");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void ledgerStartsFromItsSettingsAndWorks() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(LedgerSettings.class).maxWait()).hasSeconds(20);
            assertThat(context.getBean(LedgerSettings.class).checkpointEvery()).hasSeconds(5);
            var ledger = context.getBean(Ledger.class);
            assertThat(ledger.admit(TestEntries.admitted()).index()).isZero();
            assertThat(ledger.proof(0)).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin=two words",
                "origin=",
                "origin=plus+sign",
                "passphrase-file=also.txt",
                "passphrase=short",
                "queue=0",
                "queue=many",
                "wait=0s",
                "checkpoint-every=-1s",
            })
    void badSettingStopsTheStartAndNoKeyIsMade(String setting) {
        application
                .withPropertyValues("candour.ledger." + setting)
                .run(context -> assertThat(context).hasFailed());

        assertThat(directory.resolve("key.pem")).doesNotExist();
    }

    @Test
    void missingSettingsStopTheStart() {
        new ApplicationContextRunner()
                .withBean(MongoTemplate.class, () -> store.mongo)
                .withUserConfiguration(LedgerConfiguration.class, Ledger.class)
                .run(context -> assertThat(context).hasFailed());
    }
}
