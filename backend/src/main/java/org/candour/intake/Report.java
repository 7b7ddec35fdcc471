package org.candour.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A report as it was handed in; nothing but its outbox ever changes.
 *
 * @param id the case's id
 * @param reference what the victim was given
 * @param submittedAt when the ledger took it in
 * @param ledgerIndex where
 * @param commitmentSeed random; with a key of the vault it gives the salt of the ledger's commitment, and without this
 *     document nobody can link the two
 * @param idempotencyToken blind token of who sent it with which key; unique, so a retry never makes a second report
 * @param bodyToken blind token of what was sent
 * @param outbox what others must still be told
 * @param isOutboxFull whether that is anything, for the relay's query
 * @param version goes up when the outbox is emptied; null before the first write
 */
@Document("reports")
@TypeAlias("report")
record Report(
        @Id UUID id,
        String reference,
        Instant submittedAt,
        long ledgerIndex,
        String commitmentSeed,
        @Indexed(unique = true) String idempotencyToken,
        String bodyToken,
        Sealed<Identity> identity,
        Sealed<Account> account,
        Sealed<Accused> accused,
        List<ReportSubmitted> outbox,
        @Indexed boolean isOutboxFull,
        @Version @Nullable Long version) {
    @Override
    public String toString() {
        return "Report[" + id + "]";
    }

    CaseId caseId() {
        return new CaseId(id);
    }

    Report withEmptyOutbox() {
        return new Report(
                id,
                reference,
                submittedAt,
                ledgerIndex,
                commitmentSeed,
                idempotencyToken,
                bodyToken,
                identity,
                account,
                accused,
                List.of(),
                false,
                version);
    }
}
