package org.candour.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import org.candour.drills.Journal.Opened;
import org.candour.drills.Journal.Proof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the ledger holds what was promised, read from the store as raw documents and checked with none of Candour's code. */
final class LedgerAftermath {
    private final List<byte[]> entries = new ArrayList<>();
    private final List<JsonNode> parsed = new ArrayList<>();
    private final Consumer<String> faults;

    LedgerAftermath(Stored stored, Consumer<String> faults) {
        this.faults = faults;
        var nonces = new HashSet<String>();
        stored.of("ledger").stream()
                .sorted((one, two) -> Long.compare(id(one), id(two)))
                .forEach(document -> add(document, nonces));
    }

    private void add(RawBsonDocument document, Set<String> nonces) {
        require(id(document) == entries.size(), "Ledger entry " + entries.size() + " is missing");
        var bytes = document.getBinary("bytes").getData();
        var json = JsonMapper.shared().readTree(bytes);
        require(nonces.add(json.path("nonce").stringValue()), "Ledger entry " + id(document) + " is there twice");
        entries.add(bytes);
        parsed.add(json);
    }

    private static long id(RawBsonDocument document) {
        return document.getInt64("_id").getValue();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.accept(otherwise);
        }
    }

    int size() {
        return entries.size();
    }

    /** Each report has the entry that its receipt names, and no second one. */
    void requireSubmissions(Collection<Journal.Receipt> receipts) {
        var admitted = new HashMap<String, Integer>();
        parsed.stream()
                .filter(entry -> is(entry, "SUBMIT_REPORT", "ADMITTED"))
                .forEach(entry -> admitted.merge(entry.path("case").stringValue(), 1, Integer::sum));
        for (var receipt : receipts) {
            boolean isThere = receipt.ledgerIndex() < entries.size();
            var entry = isThere
                    ? parsed.get((int) receipt.ledgerIndex())
                    : JsonMapper.shared().nullNode();
            require(
                    is(entry, "SUBMIT_REPORT", "ADMITTED")
                            && receipt.caseId().equals(entry.path("case").stringValue("")),
                    "The entry of an acknowledged report is not where its receipt says: " + receipt);
            require(
                    Integer.valueOf(1).equals(admitted.get(receipt.caseId())),
                    "Not one entry of an acknowledged report: " + receipt);
        }
    }

    /** Each answer had its entry before it came: the n-th answer, n entries that are no younger. */
    void requireRecorded(Collection<Opened> answers, String act, String outcome) {
        var recorded = new HashMap<String, List<Instant>>();
        parsed.stream()
                .filter(entry -> is(entry, act, outcome))
                .forEach(entry -> recorded.computeIfAbsent(key(entry, outcome), key -> new ArrayList<>())
                        .add(Instant.parse(entry.path("at").stringValue())));
        recorded.values().forEach(times -> times.sort(null));
        var answered = new HashMap<String, List<Instant>>();
        answers.forEach(answer -> answered.computeIfAbsent(answer.caseId() + answer.actor(), key -> new ArrayList<>())
                .add(answer.at()));
        answered.forEach((key, times) -> requireEarlier(act, times, recorded.getOrDefault(key, List.of())));
    }

    private static String key(JsonNode entry, String outcome) {
        var actor = outcome.equals("ADMITTED") ? entry.path("actor").stringValue() : "";
        return entry.path("case").stringValue("") + actor;
    }

    private void requireEarlier(String act, List<Instant> answers, List<Instant> recorded) {
        answers.sort(null);
        for (int i = 0; i < answers.size(); i++) {
            require(
                    i < recorded.size() && !recorded.get(i).isAfter(answers.get(i)),
                    "An answer to " + act + " had no entry before it, at " + answers.get(i));
        }
    }

    private static boolean is(JsonNode entry, String act, String outcome) {
        return act.equals(entry.path("act").stringValue(""))
                && outcome.equals(entry.path("outcome").stringValue(""));
    }

    /** Every checkpoint that anybody was shown, or that was kept, is of the tree as it is now. */
    int requireCheckpoints(Collection<String> seen, Stored stored, Path directory, String verifierKey)
            throws IOException {
        var notes = new HashSet<>(seen);
        stored.of("ledger_checkpoints")
                .forEach(document -> notes.add(document.getString("note").getValue()));
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName()
                        .toString()
                        .startsWith(".")) { // a draft, whose writer was killed: nobody reads it
                    notes.add(Files.readString(file));
                }
            }
        }
        var signed = notes.stream()
                .map(note -> SignedCheckpoint.open(note, verifierKey))
                .toList();
        var roots = MerkleTree.roots(
                entries, signed.stream().map(SignedCheckpoint::size).toList());
        signed.forEach(checkpoint -> requireRoot(checkpoint, roots));
        return notes.size();
    }

    private void requireRoot(SignedCheckpoint checkpoint, Map<Long, byte[]> roots) {
        var root = roots.get(checkpoint.size());
        require(
                root != null && Base64.getEncoder().encodeToString(root).equals(checkpoint.root()),
                "A checkpoint that was signed is not of this log: " + checkpoint);
    }

    /** An old proof still says the truth: the entry is what it was, and the path leads to the checkpoint's root. */
    void requireProofs(Collection<Proof> proofs, String verifierKey) {
        for (var proof : proofs) {
            var parts = proof.text().split("\n\n", 2);
            var checkpoint = SignedCheckpoint.open(parts[1], verifierKey);
            var lines =
                    parts[0].lines().filter(line -> !line.startsWith("extra ")).toList();
            var path = lines.subList(2, lines.size()).stream()
                    .map(line -> Base64.getDecoder().decode(line))
                    .toList();
            var root = MerkleTree.rootOf(proof.entry().getBytes(UTF_8), proof.index(), checkpoint.size(), path);
            require(
                    lines.get(1).equals("index " + proof.index())
                            && Base64.getEncoder().encodeToString(root).equals(checkpoint.root()),
                    "A proof does not hold: " + proof);
            require(
                    proof.index() < entries.size()
                            && new String(entries.get((int) proof.index()), UTF_8).equals(proof.entry()),
                    "The entry of a proof is another now: " + proof);
        }
    }
}
