package org.candour.intake;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.ledger.Aggregates;
import org.candour.ledger.Compartment;
import org.candour.ledger.Ledger;
import org.candour.ledger.Receipt;
import org.candour.vault.BlindField;
import org.candour.vault.BlindIndex;
import org.candour.vault.Recipient;
import org.candour.vault.Sealer;
import org.springframework.dao.DuplicateKeyException;

/** A victim hands a report in. */
@UseCase
public class SubmitReport {
    private static final int SEED_BYTES = 16;

    private final Gate gate;
    private final Ledger ledger;
    private final Sealer sealer;
    private final BlindIndex blindIndex;
    private final CaseRegister cases;
    private final Aggregates aggregates;
    private final Reports reports;
    private final Optional<OutboxRelay> relay;
    private final SecureRandom random = new SecureRandom();

    SubmitReport(
            Gate gate,
            Ledger ledger,
            Sealer sealer,
            BlindIndex blindIndex,
            CaseRegister cases,
            Aggregates aggregates,
            Reports reports,
            Optional<OutboxRelay> relay) {
        this.gate = gate;
        this.ledger = ledger;
        this.sealer = sealer;
        this.blindIndex = blindIndex;
        this.cases = cases;
        this.aggregates = aggregates;
        this.reports = reports;
        this.relay = relay;
    }

    /**
     * Seals and stores the report, and gives a receipt. The same submission under the same key gives the same answer, however
     * often it is sent, and is stored once.
     *
     * @throws IdempotencyKeyReused if the key came with another body before
     * @throws org.candour.access.RoleMissing if the actor is no victim
     */
    public Submitted submit(Submission submission, IdempotencyKey key, Actor actor) {
        var keyToken = blindIndex.token(BlindField.IDEMPOTENCY_KEY, actor.id() + "/" + key.value());
        var bodyToken = blindIndex.token(BlindField.SUBMISSION, "body/" + submission.bodySha256());
        var earlier = reports.findByIdempotencyToken(keyToken);
        if (earlier.isPresent()) {
            return repeat(earlier.get(), bodyToken, submission, actor);
        }
        try {
            return store(submission, keyToken, bodyToken, actor);
        } catch (DuplicateKeyException concurrent) {
            var winner = reports.findByIdempotencyToken(keyToken).orElseThrow(() -> concurrent);
            return repeat(winner, bodyToken, submission, actor);
        }
    }

    private Submitted repeat(Report report, String bodyToken, Submission submission, Actor actor) {
        gate.admit(actor, Act.RETRIEVE_RECEIPT, report.caseId());
        if (!report.bodyToken().equals(bodyToken)) {
            throw new IdempotencyKeyReused();
        }
        return answer(report, submission, true);
    }

    private Submitted store(Submission submission, String keyToken, String bodyToken, Actor actor) {
        var caseId = CaseId.next();
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        var commitmentSeed = HexFormat.of().formatHex(seed);
        var commitment = Commitment.to(submission.bodySha256(), salt(commitmentSeed));
        var receipt = gate.admitSubmission(actor, caseId, commitment.value());
        var report = seal(submission, caseId, receipt, commitmentSeed, keyToken, bodyToken);
        var marks = cases.marks(submission.forces(), submission.excludedBodies(), submission.people());
        aggregates.together(() -> {
            cases.enter(caseId, actor.id(), marks);
            reports.add(report); // last: until this is durable the case shows nowhere and its keys open nothing
        });
        relay.ifPresent(OutboxRelay::nudge);
        return answer(report, submission, false);
    }

    private Report seal(
            Submission submission,
            CaseId caseId,
            Receipt receipt,
            String commitmentSeed,
            String keyToken,
            String bodyToken) {
        var reference = Reference.next(random).value();
        try (var sealing = sealer.create(caseId.value(), caseCompartments())) {
            return new Report(
                    caseId.value(),
                    reference,
                    receipt.at(),
                    receipt.index(),
                    commitmentSeed,
                    keyToken,
                    bodyToken,
                    sealing.seal(ReportFields.IDENTITY, submission.identity()),
                    sealing.seal(ReportFields.ACCOUNT, submission.account()),
                    sealing.seal(ReportFields.ACCUSED, submission.accused()),
                    List.of(new ReportSubmitted(caseId, reference, receipt.at())),
                    true,
                    null);
        }
    }

    private static EnumSet<Compartment> caseCompartments() {
        return EnumSet.copyOf(Recipient.CASE_SERVICE.compartments());
    }

    private Submitted answer(Report report, Submission submission, boolean isRepeat) {
        var receipt = ledger.sign(List.of(
                "candour/submission-receipt/v1",
                "reference " + report.reference(),
                "report-sha256 " + submission.bodySha256(),
                "commitment-salt " + salt(report.commitmentSeed()),
                "ledger-index " + report.ledgerIndex(),
                "ledger-time " + report.submittedAt()));
        return new Submitted(report.caseId(), report.reference(), receipt, isRepeat);
    }

    private String salt(String commitmentSeed) {
        return blindIndex.token(BlindField.SUBMISSION, "salt/" + commitmentSeed);
    }
}
