package org.candour.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.candour.ledger.proof.ProofRejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a leaf of the tree holds: an entry, when it came, and a nonce, so that no two leaves are alike and a write whose
 * outcome is unknown can be found again. Its bytes are one JSON object with all fields, always in the same order, without
 * white space; they are hashed as they stand and never change.
 *
 * @param at to the millisecond, in the years 0 to 9999
 * @param nonce 16 random bytes in hexadecimal
 */
record Leaf(Instant at, String nonce, Entry entry) {
    /** Of an act. */
    private static final int VERSION = 1;
    /** Of a state of an aggregate: it has one field more. */
    private static final int VERSION_WITH_CHANGE = 2;

    private static final byte[] CHANGE_START =
            ("{\"v\":" + VERSION_WITH_CHANGE + ",").getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 16;
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    Leaf {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("A nonce has 16 bytes");
        }
    }

    static Leaf of(Entry entry, Clock clock, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Leaf(clock.instant(), HexFormat.of().formatHex(nonce), entry);
    }

    /** Whether bytes begin as those of a leaf about a state do, which says nothing about the rest. */
    static boolean isOfChange(byte[] bytes) {
        return bytes.length > CHANGE_START.length
                && Arrays.equals(bytes, 0, CHANGE_START.length, CHANGE_START, 0, CHANGE_START.length);
    }

    byte[] bytes() {
        var json = JSON.createObjectNode();
        json.put("v", entry.change().isPresent() ? VERSION_WITH_CHANGE : VERSION);
        json.put("at", INSTANT.format(at));
        json.put("nonce", nonce);
        json.put("actor", entry.actor());
        json.put("role", entry.role());
        json.put("body", entry.body());
        json.put("act", entry.act());
        putOrNull(json, "case", entry.caseId().map(UUID::toString));
        putOrNull(json, "object", entry.object().map(UUID::toString));
        var compartments = json.putArray("compartments");
        entry.compartments().stream().sorted().forEach(compartment -> compartments.add(compartment.name()));
        json.put("purpose", entry.purpose());
        json.put("outcome", entry.outcome().name());
        putOrNull(json, "reason", entry.reason());
        putOrNull(json, "commitment", entry.commitment());
        entry.change().ifPresent(change -> put(json.putObject("change"), change));
        return JSON.writeValueAsBytes(json);
    }

    private static void put(ObjectNode json, Change change) {
        json.put("collection", change.collection());
        json.put("id", change.id());
        json.put("version", change.version());
        json.put("digest", change.digest());
        json.put("phase", change.phase().name());
    }

    private static void putOrNull(ObjectNode json, String field, Optional<String> value) {
        json.put(field, value.orElse(null));
    }

    /**
     * Reads the bytes of a leaf.
     *
     * @throws ProofRejected unless {@link #bytes} could have written exactly these
     */
    static Leaf parse(byte[] bytes) throws ProofRejected {
        Leaf leaf;
        try {
            leaf = read(JSON.readTree(bytes));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new ProofRejected("Not a ledger entry", e);
        }
        if (!Arrays.equals(leaf.bytes(), bytes)) {
            throw new ProofRejected("A ledger entry in another than its one spelling");
        }
        return leaf;
    }

    private static Leaf read(JsonNode json) throws ProofRejected {
        int version = json.path("v").intValue(0);
        if (version != VERSION && version != VERSION_WITH_CHANGE) {
            throw new ProofRejected("A ledger entry of a version this program does not know");
        }
        var entry = new Entry(
                text(json, "actor"),
                text(json, "role"),
                text(json, "body"),
                text(json, "act"),
                optional(json, "case").map(UUID::fromString),
                optional(json, "object").map(UUID::fromString),
                compartments(json.path("compartments")),
                text(json, "purpose"),
                Outcome.valueOf(text(json, "outcome")),
                optional(json, "reason"),
                optional(json, "commitment"),
                version == VERSION ? Optional.empty() : Optional.of(change(json.path("change"))));
        return new Leaf(INSTANT.parse(text(json, "at"), Instant::from), text(json, "nonce"), entry);
    }

    private static Change change(JsonNode json) {
        return new Change(
                text(json, "collection"),
                text(json, "id"),
                json.path("version").longValue(-1),
                text(json, "digest"),
                Change.Phase.valueOf(text(json, "phase")));
    }

    private static Set<Compartment> compartments(JsonNode json) {
        var compartments = EnumSet.noneOf(Compartment.class);
        json.forEach(name -> compartments.add(Compartment.valueOf(name.stringValue(""))));
        return compartments;
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).stringValue("");
    }

    private static Optional<String> optional(JsonNode json, String field) {
        @Nullable String value = json.path(field).stringValue(null);
        return Optional.ofNullable(value);
    }

    /** For people: the bytes as text. */
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
