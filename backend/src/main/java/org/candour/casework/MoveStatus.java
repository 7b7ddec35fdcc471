package org.candour.casework;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.proceedings.TasksInLists;

/** An advocate says where the case stands now. */
@UseCase
public class MoveStatus {
    private final Gate gate;
    private final CaseFiles files;
    private final TasksInLists tasks;
    private final Clock clock;

    MoveStatus(Gate gate, CaseFiles files, TasksInLists tasks, Clock clock) {
        this.gate = gate;
        this.files = files;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Moves the case.
     *
     * @param version the version of the case that the actor saw
     * @return the case's new version
     * @throws StatusConflict if it cannot go there from where it stands
     * @throws VersionConflict if the case has changed since
     */
    public long move(CaseId caseId, Status next, long version, Actor actor) {
        gate.admit(actor, Act.MOVE_STATUS, caseId);
        var file = files.get(caseId);
        file.requireVersion(version);
        file.moveTo(next, clock.instant());
        var moved = files.save(file).version();
        tasks.follow(caseId);
        return moved;
    }
}
