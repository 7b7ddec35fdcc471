package org.candour.drills;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.candour.development.ApiClient.Answer;
import org.candour.drills.Journal.Receipt;
import tools.jackson.databind.json.JsonMapper;

/** Hands in reports and looks for them in the list. */
final class DrilledVictim implements Runnable {
    private static final Pattern INDEX = Pattern.compile("^ledger-index ([0-9]+)$", Pattern.MULTILINE);

    private final int number;
    private final Caller caller;
    private final Random random;
    private final Journal journal;
    private Optional<Receipt> last = Optional.empty();

    DrilledVictim(int number, Caller caller, Random random, Journal journal) {
        this.number = number;
        this.caller = caller;
        this.random = random;
        this.journal = journal;
    }

    @Override
    public void run() {
        if (random.nextInt(4) > 0) {
            handIn();
        } else {
            findTheLast();
        }
    }

    private void handIn() {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var words = KillDrill.CANARY + " " + HexFormat.of().toHexDigits(random.nextLong());
        journal.sending(key, number, JsonMapper.shared().writeValueAsString(MainJob.report(words)));
        boolean isPatient = random.nextBoolean(); // one who is not leaves it open whether the report is there
        var receipt = hand(key);
        for (int tries = 1; receipt.isEmpty() && isPatient && tries < 100; tries++) {
            receipt = hand(key);
        }
        last = receipt.or(() -> last);
    }

    /** Sends a report, for the first time or again. */
    Optional<Receipt> hand(String key) {
        return hand(key, Objects.requireNonNull(journal.reports.get(key)).body());
    }

    private Optional<Receipt> hand(String key, String body) {
        var receipt = caller.call(candour -> candour.post("/api/reports", body, Map.of("Idempotency-Key", key)))
                .filter(answer -> answer.status() == 200 || caller.is(answer, 201))
                .map(DrilledVictim::receipt);
        receipt.ifPresent(given -> journal.acknowledged(key, given));
        return receipt;
    }

    private static Receipt receipt(Answer answer) {
        var json = answer.json();
        var index = INDEX.matcher(json.path("receipt").stringValue());
        if (!index.find()) {
            throw new AssertionError("No ledger index on " + answer);
        }
        return new Receipt(
                json.path("caseId").stringValue(),
                json.path("reference").stringValue(),
                Long.parseLong(index.group(1)));
    }

    /** How many reports stand in the list, over all pages, with both Candours up. */
    long listed() {
        long count = 0;
        var path = "/api/reports?size=200";
        while (!path.isEmpty()) {
            var page = path;
            var answer = caller.call(candour -> candour.get(page))
                    .orElseThrow()
                    .expect(200)
                    .json();
            count += answer.path("items").size();
            var before = answer.path("before").asString("");
            path = before.isEmpty() ? "" : "/api/reports?size=200&before=" + before;
        }
        return count;
    }

    private void findTheLast() {
        caller.call(candour -> candour.get("/api/reports?size=50"))
                .filter(answer -> caller.is(answer, 200))
                .ifPresent(answer -> last.filter(receipt -> !answer.text().contains(receipt.reference()))
                        .ifPresent(missing -> journal.fault("An acknowledged report is not listed: " + missing)));
    }
}
