package org.candour.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.candour.benchmarks.Compared;
import org.candour.ledger.Compartment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The keys of a new case, wrapped to one recipient, against Bouncy Castle's bare X-Wing encapsulation. */
@State(Scope.Thread)
public class WrapBenchmark {
    private final SecureRandom random = new SecureRandom();
    private final UUID object = UUID.randomUUID();
    private final XWingPublicKeyParameters key = XWing.generate(random).getPublicKeyParameters();
    private final RecipientKey.Public recipient = RecipientKey.Public.of(Recipient.CASE_SERVICE, key);
    private final List<DataKey> keys = Arrays.stream(Compartment.values())
            .filter(Recipient.CASE_SERVICE.compartments()::contains)
            .map(compartment -> DataKey.create(compartment, random))
            .toList();

    /** Wraps as {@link Sealer} does for each recipient. */
    @Benchmark
    @Compared(
            what = "wrap a case's keys to one recipient, against X-Wing alone",
            with = "bareEncapsulate",
            atMost = 1.3)
    public Object wrap() {
        return WrappedKeys.wrap(object, recipient, keys, random);
    }

    /** The encapsulation alone. */
    @Benchmark
    public SecretWithEncapsulation bareEncapsulate() {
        return new XWingKEMGenerator(random).generateEncapsulated(key);
    }
}
