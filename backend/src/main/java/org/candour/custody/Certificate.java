package org.candour.custody;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candour.access.Act;
import org.candour.access.Purpose;
import org.candour.access.Role;
import org.candour.ledger.Entry;
import org.candour.ledger.Ledger;
import org.candour.ledger.Outcome;
import org.springframework.stereotype.Component;

/** Certifies what was carried out: a statement that the ledger signs, and an entry that commits to it. */
@Component
class Certificate {
    private final Ledger ledger;

    Certificate(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Signs and enters it. The ledger commits to the lines, not to the signature; a crash right after it leaves an entry for
     * lines that are signed again, with another time.
     */
    String of(OrderSummary order, Instant now) {
        var lines = lines(order, now);
        var note = ledger.sign(lines);
        ledger.append(entry(order, sha256(String.join("\n", lines) + "\n")));
        return note;
    }

    private static List<String> lines(OrderSummary order, Instant now) {
        var lines = new ArrayList<String>();
        var isErasure = order.object() != null;
        lines.add(isErasure ? "candour erasure v1" : "candour key rotation v1");
        lines.add("order " + order.id());
        lines.add("proposed " + order.proposedAt() + " by " + order.proposedBy());
        lines.add("approved " + order.approvedAt() + " by " + order.approvedBy());
        lines.add("done " + now);
        if (isErasure) {
            lines.add("destroyed the data keys of " + order.object());
            order.retired().forEach(key -> lines.add("final for older backups once retired " + key));
        } else {
            lines.add("group " + order.group());
            order.retired().forEach(key -> lines.add("retired " + key));
            lines.add("successor " + order.successor());
            lines.add("rewrapped " + order.rewrapped());
            lines.add("copies of key files made earlier are not covered");
        }
        return lines;
    }

    private static Entry entry(OrderSummary order, String commitment) {
        var isErasure = order.object() != null;
        return new Entry(
                String.valueOf(order.approvedBy()),
                Role.KEY_CUSTODIAN.name(),
                "UNKNOWN",
                (isErasure ? Act.DESTROY_KEYS : Act.RETIRE_KEYS).name(),
                Optional.ofNullable(order.object()),
                Optional.ofNullable(order.object()),
                Set.of(),
                Purpose.KEY_CUSTODY.name(),
                Outcome.ADMITTED,
                Optional.empty(),
                Optional.of(commitment));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
