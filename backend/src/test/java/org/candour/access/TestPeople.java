package org.candour.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The use cases by which people come to a case, over the real gate. */
final class TestPeople {
    final SignOn signOn;
    final ProposeAssignment propose;
    final AnswerAssignment answer;
    final EndAssignment end;
    final ViewAssignments view;
    final ViewWorkload workload;
    final ViewConflictRefusals refusals;
    private final TestAccess access;

    TestPeople(TestAccess access) {
        this.access = access;
        var aggregates = access.ledger.aggregates();
        signOn = new SignOn(access.gate, access.mongo, aggregates, access.clock);
        propose = new ProposeAssignment(
                access.gate, access.cases, aggregates, access.conflicts, access.settings, access.clock);
        answer = new AnswerAssignment(access.gate, access.cases, aggregates, access.clock);
        end = new EndAssignment(access.gate, access.cases, access.clock);
        view = new ViewAssignments(access.gate, access.cases, access.lists, access.clock);
        workload = new ViewWorkload(access.gate, new Workloads(access.mongo, access.conflicts, access.clock));
        refusals = new ViewConflictRefusals(access.gate, access.ledger.ledger(), access.cases);
    }

    Actor signedOn(Actor actor) {
        signOn.signOn(actor);
        return actor;
    }

    Duration term() {
        return Duration.ofDays(30);
    }

    Proposal proposal(Actor advocate) {
        return proposal(advocate, access.clock.instant().plus(term()));
    }

    Proposal proposal(Actor advocate, Instant until) {
        return new Proposal(
                AssignmentKind.ASSIGNMENT,
                advocate.id(),
                Optional.empty(),
                Optional.empty(),
                until,
                Optional.empty(),
                AssignmentReason.NO_ADVOCATE_YET);
    }

    AssignmentId proposed(CaseId caseId, Actor advocate, Actor commissioner) {
        return new AssignmentId(
                propose.propose(caseId, proposal(advocate), commissioner).id());
    }

    /** Proposes and accepts. */
    void assign(CaseId caseId, Actor advocate, Instant until, Actor commissioner) {
        var proposed = propose.propose(caseId, proposal(advocate, until), commissioner);
        answer.accept(caseId, new AssignmentId(proposed.id()), advocate);
    }
}
