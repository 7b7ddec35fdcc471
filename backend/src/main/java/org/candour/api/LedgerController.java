package org.candour.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.ReadLedger;
import org.candour.ledger.Ledger;
import org.candour.ledger.Recorded;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record, for an auditor: entries, checkpoints and proofs in the C2SP formats, to be checked offline. */
@RestController
class LedgerController {
    private final ReadLedger readLedger;
    private final Ledger ledger;

    LedgerController(ReadLedger readLedger, Ledger ledger) {
        this.readLedger = readLedger;
        this.ledger = ledger;
    }

    @GetMapping(path = "/api/ledger/verifier-key", produces = MediaType.TEXT_PLAIN_VALUE)
    @OpenToAll("The public key that anybody checks receipts and checkpoints with")
    String verifierKey() {
        return ledger.verifierKey() + "\n";
    }

    @GetMapping(path = "/api/ledger/second-verifier-key", produces = MediaType.TEXT_PLAIN_VALUE)
    @OpenToAll("The public key of the second signature of checkpoints")
    String secondVerifierKey() {
        return ledger.secondVerifierKey() + "\n";
    }

    @GetMapping(path = "/api/ledger/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Performs(Act.READ_LEDGER)
    String checkpoint(Actor actor) {
        return readLedger.checkpoint(actor);
    }

    @GetMapping("/api/ledger/entries")
    @Performs(Act.READ_LEDGER)
    List<Recorded> entries(
            @RequestParam(defaultValue = "0") @Min(0) long from,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        return readLedger.entries(from, size, actor);
    }

    @GetMapping(path = "/api/ledger/entries/{index}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Performs(Act.READ_LEDGER)
    byte[] entry(@PathVariable long index, Actor actor) {
        return readLedger.entry(index, actor);
    }

    @GetMapping(path = "/api/ledger/entries/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    @Performs(Act.READ_LEDGER)
    String proof(@PathVariable long index, Actor actor) {
        return readLedger.proof(index, actor);
    }

    @GetMapping(path = "/api/ledger/bundles/{number}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Performs(Act.READ_LEDGER)
    byte[] bundle(@PathVariable long number, Actor actor) {
        return readLedger.bundle(number, actor);
    }

    @GetMapping(path = "/api/ledger/tile/{level}/{*tile}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Performs(Act.READ_LEDGER)
    byte[] tile(@PathVariable int level, @PathVariable String tile, Actor actor) {
        var path = TilePath.of(tile);
        return readLedger.tile(level, path.number(), path.width(), actor);
    }

    @GetMapping(path = "/api/ledger/tile/entries/{*tile}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Performs(Act.READ_LEDGER)
    byte[] entryBundle(@PathVariable String tile, Actor actor) {
        var path = TilePath.of(tile);
        return readLedger.bundle(path.number(), path.width(), actor);
    }

    @GetMapping(path = "/api/ledger/consistency/{first}/{second}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Performs(Act.READ_LEDGER)
    String consistency(@PathVariable long first, @PathVariable long second, Actor actor) {
        return readLedger.consistency(first, second, actor);
    }
}
