package org.candour.custody;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.candour.access.Purpose;
import org.candour.access.Role;
import org.candour.ledger.Entry;
import org.candour.ledger.Ledger;
import org.candour.ledger.Outcome;
import org.candour.ledger.Receipt;
import org.candour.ledger.Unavailable;
import org.candour.vault.EscrowRefused;
import org.candour.vault.EscrowShare;
import org.candour.vault.KeyEscrow;

/**
 * What custodians do together at the machine that holds the vault: split the secret of the escrow among themselves, and bring the keys
 * back with it. Each types their own passphrase. The ledger has it before anything is split or opened, and if it cannot, neither is.
 */
public final class EscrowCommand {
    /** The words that follow {@code keys}. */
    public static final Set<String> WORDS = Set.of("split", "recover");

    private static final String USAGE = """
            Usage, on the machine that holds the vault, with Candour's own settings:
              keys split FILE FILE FILE   a new share for each of three custodians; earlier shares open nothing from then on
              keys recover FILE FILE      the keys into a new key store, under the passphrase that is set now
            """;

    private final KeyEscrow escrow;
    private final Ledger ledger;
    private final Function<String, char[]> passphrases;
    private final PrintStream out;

    /**
     * The command with its parts.
     *
     * @param passphrases asks a person, with the words to show; the array it gives is overwritten
     */
    public EscrowCommand(KeyEscrow escrow, Ledger ledger, Function<String, char[]> passphrases, PrintStream out) {
        this.escrow = escrow;
        this.ledger = ledger;
        this.passphrases = passphrases;
        this.out = out;
    }

    /**
     * Runs one command.
     *
     * @param args what follows the word {@code keys}
     * @return one of the exit codes of {@link KeysCommand}
     */
    public int run(List<String> args) {
        var files = args.stream().skip(1).map(Path::of).toList();
        try {
            if (args.get(0).equals("split") && files.size() == KeyEscrow.SHARES) {
                split(files);
            } else if (args.get(0).equals("recover") && files.size() == KeyEscrow.THRESHOLD) {
                recover(files);
            } else {
                out.print(USAGE);
                return KeysCommand.UNUSABLE;
            }
            return KeysCommand.DONE;
        } catch (EscrowRefused e) {
            out.println("Refused. " + e.getMessage() + ".");
            return KeysCommand.REFUSED;
        } catch (Unavailable e) {
            out.println("Not done, for a part does not answer: " + e.getMessage() + ".");
            return KeysCommand.UNUSABLE;
        }
    }

    /** The new secret counts only once all shares are written: until then the earlier shares still open. */
    private void split(List<Path> files) {
        var chosen = new ArrayList<char[]>();
        try {
            files.forEach(file -> chosen.add(chosen(file)));
            ledger.append(entry("SPLIT_ESCROW", Optional.empty(), "a new split of 3 shares, of which 2 open"));
            escrow.split(shares -> {
                for (var share : shares) {
                    share.write(files.get(share.number() - 1), chosen.get(share.number() - 1));
                }
            });
            out.println("Three shares are written. Each custodian takes theirs away, and the files are deleted here.");
        } finally {
            chosen.forEach(passphrase -> Arrays.fill(passphrase, '\0'));
        }
    }

    private char[] chosen(Path file) {
        var once = passphrases.apply("Passphrase of the custodian of " + file + ": ");
        var again = passphrases.apply("The same again: ");
        var isSame = Arrays.equals(once, again);
        Arrays.fill(again, '\0');
        if (!isSame || once.length < EscrowShare.LEAST_PASSPHRASE) {
            Arrays.fill(once, '\0');
            throw new EscrowRefused("A passphrase has at least " + EscrowShare.LEAST_PASSPHRASE
                    + " characters, and is typed twice alike");
        }
        return once;
    }

    private void recover(List<Path> files) {
        var shares = files.stream().map(this::read).toList();
        escrow.recover(receipt(shares), shares);
        out.println(
                "The keys are in a new key store. Start Candour, and have a new escrow split and the root key rotated.");
    }

    private EscrowShare read(Path file) {
        var passphrase = passphrases.apply("Passphrase of the custodian of " + file + ": ");
        try {
            return EscrowShare.read(file, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Receipt receipt(List<EscrowShare> shares) {
        var object = KeyEscrow.objectOf(shares.get(0));
        var numbers = shares.stream().map(share -> "" + share.number()).toList();
        var purpose = "recovery with shares " + String.join(" and ", numbers);
        return ledger.admit(entry(KeyEscrow.RECOVERY, Optional.of(object), purpose));
    }

    /** Nobody is signed on at the machine: the entry says which shares, and the custodians' own register whose these are. */
    private static Entry entry(String act, Optional<UUID> object, String purpose) {
        return new Entry(
                "CUSTODIANS_AT_THE_MACHINE",
                Role.KEY_CUSTODIAN.name(),
                "UNKNOWN",
                act,
                Optional.empty(),
                object,
                Set.of(),
                Purpose.KEY_CUSTODY + ": " + purpose,
                Outcome.ADMITTED,
                Optional.empty(),
                Optional.empty());
    }
}
