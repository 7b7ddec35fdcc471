package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.ledger.Receipt;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;
import org.jspecify.annotations.Nullable;

/** An advocate looks at what is to be done on a case, puts it off, or has done it. */
@UseCase
public class WorkOnTasks {
    private final Gate gate;
    private final Vault vault;
    private final ProceedingsRegister register;
    private final TaskRules tasks;
    private final FactRules facts;
    private final Clock clock;

    WorkOnTasks(Gate gate, Vault vault, ProceedingsRegister register, TaskRules tasks, FactRules facts, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.register = register;
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is to be done and what was, the most urgent first. Nothing sealed is opened. */
    public TaskList list(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.LIST_TASKS, caseId);
        var proceedings = register.of(caseId);
        return new TaskList(tasks.find(proceedings, clock.instant()), proceedings.version());
    }

    /**
     * Puts a task off.
     *
     * @param until the day it is open again
     * @param version the version of the proceedings that the actor saw
     * @return their new version
     * @throws FactRefused if the day has come already
     * @throws NoSuchThing also if there is no such task
     * @throws StateConflict if it is done
     * @throws VersionConflict if the proceedings have changed since
     */
    public long snooze(CaseId caseId, TaskId task, LocalDate until, String reason, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.SNOOZE_TASK, caseId);
        var proceedings = at(caseId, version);
        facts.isToCome(until, "until");
        return move(proceedings, task, TaskState.SNOOZED, until, reason, receipt, actor);
    }

    /**
     * Records that a task was done. That judges no timer, and closes no alarm: what an alarm asks for is done by what lifts
     * it, or by closing it with a reason. A review of risk is done by an assessment.
     *
     * @param evidence what shows it
     * @param version the version of the proceedings that the actor saw
     * @return their new version
     * @throws NoSuchThing also if there is no such task
     * @throws StateConflict if it is done already, or is done elsewhere: what comes from an alarm, or a review of risk
     * @throws VersionConflict if the proceedings have changed since
     */
    public long finish(CaseId caseId, TaskId task, String evidence, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.FINISH_TASK, caseId);
        return move(at(caseId, version), task, TaskState.DONE, null, evidence, receipt, actor);
    }

    private Proceedings at(CaseId caseId, long version) {
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        return proceedings;
    }

    @OpensPlaintext("The words are sealed under the case's own key, which must be unwrapped")
    private long move(
            Proceedings proceedings,
            TaskId id,
            TaskState to,
            @Nullable LocalDate until,
            String words,
            Receipt receipt,
            Actor actor) {
        var now = clock.instant();
        var task = tasks.find(proceedings, now).stream()
                .filter(one -> one.id().equals(id.toString()))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        task.requireNext(to);
        var change = UUID.randomUUID().toString();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var sealed = opening.seal(TaskChange.wordsField(change), new Words(words));
            proceedings.change(new TaskChange(
                    change, task.id(), to, until, sealed, now, actor.id().value()));
        }
        return register.save(proceedings);
    }
}
