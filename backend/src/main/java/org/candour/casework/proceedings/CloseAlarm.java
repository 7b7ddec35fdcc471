package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate closes an alarm that is up for a reason they know. Anything new that raises it opens it again. */
@UseCase
public class CloseAlarm {
    private final Gate gate;
    private final Vault vault;
    private final ProceedingsRegister register;
    private final AlarmRules rules;
    private final Clock clock;

    CloseAlarm(Gate gate, Vault vault, ProceedingsRegister register, AlarmRules rules, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Closes the alarm.
     *
     * @param version the version of the proceedings that the actor saw
     * @return their new version
     * @throws NoSuchThing also if there is no such alarm
     * @throws StateConflict if it is closed already
     * @throws VersionConflict if the proceedings have changed since
     */
    @OpensPlaintext("The reason is sealed under the case's own key, which must be unwrapped")
    public long close(CaseId caseId, AlarmId alarmId, String reason, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.CLOSE_ALARM, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        var now = clock.instant();
        var alarm = rules.find(proceedings, now).stream()
                .filter(one -> one.id().equals(alarmId.toString()))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        if (alarm.isClosed()) {
            throw new StateConflict("CLOSED", List.of());
        }
        var id = UUID.randomUUID().toString();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var sealed = opening.seal(AlarmClosing.reasonField(id), new Words(reason));
            proceedings.close(
                    new AlarmClosing(id, alarm.id(), sealed, now, actor.id().value()));
        }
        return register.save(proceedings);
    }
}
