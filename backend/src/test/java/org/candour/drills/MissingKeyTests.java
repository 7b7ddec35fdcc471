package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The keys, each taken away from a running Candour and given back. */
class MissingKeyTests extends Outage {
    @Test
    void withoutTheKeyStoreNothingIsOpenedOrTakenInAndWithItEverythingWorksAgain() throws Exception {
        var before = stored.everythingButTheLedger();
        var keystore = keys.resolve("root.bcfks");

        var answers = whileAway(keystore, () -> atOnce(job.everything(caseId, copy)));

        assertThat(answers).allSatisfy((call, answer) -> assertUnavailable(answer));
        assertThat(stored.everythingButTheLedger()).isEqualTo(before);
        assertThat(keystore).exists();
        assertRecovers();
    }

    @Test
    void withoutTheCaseServicesPrivateKeyNoCaseOpensButReportsAreTakenInAndCopiesAreRead() throws Exception {
        whileAway(theOnly("case-service.", ".private.json"), () -> {
            assertUnavailable(job.open(caseId));
            assertUnavailable(job.prepare(caseId));
            assertUnavailable(job.advocate.get("/api/disclosures/" + copy + "/draft"));
            job.submit(MainJob.report("Sealed with the public key"), MainJob.newKey())
                    .expect(201);
            return job.read(copy).expect(200);
        });

        assertRecovers();
    }

    @Test
    void withoutTheDisclosureKeyNoCopyIsReadButCasesOpen() throws Exception {
        whileAway(theOnly("disclosure.", ".private.json"), () -> {
            assertUnavailable(job.read(copy));
            return job.open(caseId).expect(200);
        });

        assertRecovers();
    }

    private static <T> T whileAway(Path file, Callable<T> task) throws Exception {
        var away = Files.createTempDirectory(Path.of("target"), "away-").resolve(file.getFileName());
        Files.move(file, away);
        try {
            return task.call();
        } finally {
            Files.move(away, file);
        }
    }

    private Path theOnly(String start, String end) throws IOException {
        try (var files = Files.list(keys)) {
            var found = files.filter(file -> file.getFileName().toString().startsWith(start)
                            && file.getFileName().toString().endsWith(end))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
