package org.candour.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.TestLedger;
import org.candour.vault.TestVault;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The real gate with a real ledger and a real vault, on a store in memory; for the tests of this room and of those above. */
public final class TestAccess implements AutoCloseable {
    /** As the tests' working directory is the module's. */
    static final Path FORCES = Path.of("../config/forces.yml");

    public final TestClock clock = new TestClock();
    public final TestVault vault;
    public final TestLedger ledger;
    public final MongoTemplate mongo;
    public final CaseRegister cases;
    public final Bodies bodies;
    public final Consents consents;
    public final CaseLists lists;
    public final Wall wall;
    public final CaseTeam team;
    public final Gate gate;
    public final TestEmergencies emergencies;
    final AccessSettings settings =
            new AccessSettings(FORCES, Duration.ofDays(180), Duration.ofDays(7), Duration.ofMinutes(10));
    final Conflicts conflicts;
    final Actors actors;

    public TestAccess() {
        vault = TestVault.withKeys(directory());
        mongo = vault.aggregates();
        ledger = new TestLedger(directory(), mongo, clock);
        bodies = new Bodies(settings);
        conflicts = new Conflicts(bodies, vault.blindIndex());
        cases = new CaseRegister(mongo, ledger.aggregates(), conflicts, bodies, clock);
        lists = new CaseLists(mongo, conflicts, clock);
        wall = new Wall(conflicts, clock);
        team = new CaseTeam(cases, ledger.aggregates(), clock);
        gate = new Gate(ledger.ledger(), cases, conflicts, settings, clock);
        consents = new Consents(cases, clock);
        actors = new Actors(vault.blindIndex());
        emergencies = new TestEmergencies(this);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("candour-test-access");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody nobody has seen before, who gives a second factor at this moment. */
    public Actor actor(String body, String name, Role... roles) {
        return actor(Optional.of(BodyId.of(body)), name, roles);
    }

    Actor actor(Optional<BodyId> body, String name, Role... roles) {
        var id = new ActorId(UUID.randomUUID().toString().replace("-", ""));
        return steppedUp(new Actor(id, Set.copyOf(Arrays.asList(roles)), body, conflicts.nameToken(name)));
    }

    /** The same person, who gives a second factor at this moment. */
    public Actor steppedUp(Actor actor) {
        return new Actor(actor.id(), actor.roles(), actor.body(), actor.nameToken(), Optional.of(clock.instant()));
    }

    /** The same person with the password alone. */
    public Actor withPasswordAlone(Actor actor) {
        return new Actor(actor.id(), actor.roles(), actor.body(), actor.nameToken());
    }

    public Actor advocate() {
        return actor("north-isva-service", "Amara Advocate", Role.ADVOCATE);
    }

    public Actor commissioner() {
        return actor("victims-commissioner", "Beatrice Commissioner", Role.COMMISSIONER);
    }

    public Actor investigator() {
        return actor("iopc", "Ivo Investigator", Role.INVESTIGATOR);
    }

    public Actor victim() {
        return actor(Optional.empty(), "Vera Victim", Role.VICTIM);
    }

    /** A case of somebody's, about an officer of Westmarch. */
    public CaseId entered(Actor owner) {
        return entered(owner, List.of("Westmarch Constabulary"), List.of(), List.of());
    }

    CaseId entered(Actor owner, List<String> forces, List<String> excluded, List<String> people) {
        var id = CaseId.next();
        cases.enter(id, owner.id(), cases.marks(forces, excluded, people));
        cases.describe(id, facts -> facts.inFile("C-" + id, "RECEIVED", clock.instant(), 0, clock.instant()));
        return id;
    }

    /** The cases that an advocate's list shows, newest first. */
    List<CaseId> grantedTo(Actor actor) {
        return lists.grantedTo(actor, CaseQuery.newest(Optional.empty(), 100)).ids();
    }

    /** The cases that a commissioner's list shows, newest first. */
    List<CaseId> withoutConflict(Actor actor) {
        return lists.withoutConflict(actor, CaseQuery.newest(Optional.empty(), 100_000))
                .ids();
    }

    /** Has somebody sign on. */
    public void seen(Actor actor) {
        mongo.insert(StaffMember.of(actor, clock.instant(), Optional.empty()));
    }

    /** A grant from now on, for a day. */
    public void grant(CaseId id, Actor grantee) {
        var now = clock.instant();
        grant(id, grantee, Role.ADVOCATE, now, now.plus(Duration.ofDays(1)));
    }

    void grant(CaseId id, Actor grantee, Role role, Instant from, Instant until) {
        var grant = new Grant(grantee.id().value(), role, from, until, "0".repeat(32));
        cases.change(id, access -> access.with(access.people().granted(grant)));
    }

    /** A question to an advocate that can be answered until an instant. */
    AssignmentId ask(CaseId id, Actor advocate, Instant answerBy) {
        var now = clock.instant();
        var proposal = new Proposal(
                AssignmentKind.ASSIGNMENT,
                advocate.id(),
                Optional.empty(),
                Optional.empty(),
                now.plus(Duration.ofDays(1)),
                Optional.empty(),
                AssignmentReason.NO_ADVOCATE_YET);
        var asked = Assignment.proposed(proposal, advocate, answerBy, commissioner(), now);
        cases.change(id, access -> access.with(access.people().propose(asked, now)));
        return new AssignmentId(asked.id());
    }

    /** The victim's consent, from now on and for a day, that a body investigates with what it is shown. */
    public Consent consent(CaseId id, BodyId recipient) {
        var now = clock.instant();
        return consent(id, recipient, Purpose.INVESTIGATION, now, now.plus(Duration.ofDays(1)));
    }

    Consent consent(CaseId id, BodyId recipient, Purpose purpose, Instant from, Instant until) {
        var consent = consent(recipient, purpose, from, until);
        consents.give(id, consent);
        return consent;
    }

    /** A consent that nobody has given yet. */
    public static Consent consentTo(BodyId recipient, Instant from, Instant until) {
        return consent(recipient, Purpose.INVESTIGATION, from, until);
    }

    private static Consent consent(BodyId recipient, Purpose purpose, Instant from, Instant until) {
        return new Consent(UUID.randomUUID(), recipient, purpose, Consent.Form.BY_VICTIM, null, from, until, null);
    }

    @Override
    public void close() {
        ledger.close();
        vault.close();
    }
}
