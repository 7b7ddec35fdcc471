package org.candour.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A commissioner asks how much each advocate has to do. */
@UseCase
public class ViewWorkload {
    private final Gate gate;
    private final Workloads workloads;

    ViewWorkload(Gate gate, Workloads workloads) {
        this.gate = gate;
        this.workloads = workloads;
    }

    /**
     * The advocates who have signed on, in the order of their pseudonyms, all behind {@code before}.
     *
     * @param dueBefore the first day that no longer counts as due
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<Workload> view(LocalDate dueBefore, Optional<ActorId> before, int size, Actor actor) {
        gate.admit(actor, Act.VIEW_WORKLOAD);
        return workloads.page(actor, dueBefore, before, size + 1);
    }
}
