package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.ownrecord.AddCorrection;
import org.candour.casework.ownrecord.Added;
import org.candour.casework.ownrecord.ChangeSafeContact;
import org.candour.casework.ownrecord.CorrectionView;
import org.candour.casework.ownrecord.KnownTo;
import org.candour.casework.ownrecord.NewRetaliation;
import org.candour.casework.ownrecord.ReadCorrections;
import org.candour.casework.ownrecord.ReadRetaliation;
import org.candour.casework.ownrecord.RecordRetaliation;
import org.candour.casework.ownrecord.RetaliationKind;
import org.candour.casework.ownrecord.RetaliationView;
import org.candour.casework.ownrecord.SafeChannel;
import org.candour.casework.ownrecord.SafeContactView;
import org.candour.casework.ownrecord.ViewSafeContact;
import org.candour.intake.FactDate;
import org.candour.intake.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a victim adds to their own record: how they may safely be reached, more of their account, and what was done to them since. */
@RestController
class OwnRecordController {
    private final ViewSafeContact viewSafeContact;
    private final ChangeSafeContact changeSafeContact;
    private final AddCorrection addCorrection;
    private final ReadCorrections readCorrections;
    private final RecordRetaliation recordRetaliation;
    private final ReadRetaliation readRetaliation;

    OwnRecordController(
            ViewSafeContact viewSafeContact,
            ChangeSafeContact changeSafeContact,
            AddCorrection addCorrection,
            ReadCorrections readCorrections,
            RecordRetaliation recordRetaliation,
            ReadRetaliation readRetaliation) {
        this.viewSafeContact = viewSafeContact;
        this.changeSafeContact = changeSafeContact;
        this.addCorrection = addCorrection;
        this.readCorrections = readCorrections;
        this.recordRetaliation = recordRetaliation;
        this.readRetaliation = readRetaliation;
    }

    @GetMapping("/api/cases/{caseId}/safe-contact")
    @Performs(Act.VIEW_SAFE_CONTACT)
    ResponseEntity<SafeContactView> safeContact(@PathVariable CaseId caseId, Actor actor) {
        return answer(viewSafeContact.view(caseId, actor));
    }

    @GetMapping("/api/cases/{caseId}/own-safe-contact")
    @Performs(Act.VIEW_OWN_SAFE_CONTACT)
    ResponseEntity<SafeContactView> ownSafeContact(@PathVariable CaseId caseId, Actor actor) {
        return answer(viewSafeContact.viewOwn(caseId, actor));
    }

    private static ResponseEntity<SafeContactView> answer(SafeContactView view) {
        return ResponseEntity.ok().eTag(new Version(view.version()).toETag()).body(view);
    }

    @PutMapping("/api/cases/{caseId}/own-safe-contact")
    @Performs(Act.CHANGE_SAFE_CONTACT)
    ResponseEntity<Void> changeSafeContact(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewSafeContact change,
            Actor actor) {
        var changed = changeSafeContact.change(caseId, change.channels(), version.value(), actor);
        return ResponseEntity.noContent().eTag(new Version(changed).toETag()).build();
    }

    /** The hash comes after the body in the list of parameters, because reading the body makes it; below too. */
    @PostMapping("/api/cases/{caseId}/corrections")
    @Performs(Act.ADD_CORRECTION)
    ResponseEntity<Entry> addCorrection(
            @PathVariable CaseId caseId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody NewCorrection correction,
            @RequestAttribute(JsonBodies.SHA_256) String bodySha256,
            Actor actor) {
        return answer(addCorrection.add(caseId, correction.text(), bodySha256, key, actor));
    }

    @GetMapping("/api/cases/{caseId}/corrections")
    @Performs(Act.READ_CORRECTIONS)
    Page<CorrectionView> corrections(@PathVariable CaseId caseId, Actor actor) {
        return new Page<>(readCorrections.read(caseId, actor), null);
    }

    @PostMapping("/api/cases/{caseId}/retaliation")
    @Performs(Act.RECORD_RETALIATION)
    ResponseEntity<Entry> recordRetaliation(
            @PathVariable CaseId caseId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody NewEntry entry,
            @RequestAttribute(JsonBodies.SHA_256) String bodySha256,
            Actor actor) {
        return answer(recordRetaliation.add(caseId, entry.toRetaliation(), bodySha256, key, actor));
    }

    @GetMapping("/api/cases/{caseId}/retaliation")
    @Performs(Act.READ_RETALIATION)
    Page<RetaliationView> retaliation(@PathVariable CaseId caseId, Actor actor) {
        return new Page<>(readRetaliation.read(caseId, actor), null);
    }

    private static ResponseEntity<Entry> answer(Added added) {
        return ResponseEntity.status(added.isRepeat() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Entry(added.id(), added.recordedAt()));
    }

    record NewSafeContact(@NotNull @Size(max = 10) List<@NotNull @Valid SafeChannel> channels) {
        @Override
        public String toString() {
            return "NewSafeContact[hidden]";
        }
    }

    record NewCorrection(@NotBlank @Size(max = 10_000) String text) {
        @Override
        public String toString() {
            return "NewCorrection[hidden]";
        }
    }

    record NewEntry(
            @NotNull RetaliationKind kind,
            @NotNull @Valid FactDate happened,
            @Nullable @Size(max = 10) List<@NotNull @Valid KnownTo> knownTo,
            @NotBlank @Size(max = 4_000) String words) {
        NewRetaliation toRetaliation() {
            return new NewRetaliation(
                    kind, happened, Optional.ofNullable(knownTo).orElse(List.of()), words);
        }

        @Override
        public String toString() {
            return "NewEntry[hidden]";
        }
    }

    record Entry(UUID id, Instant recordedAt) {}
}
