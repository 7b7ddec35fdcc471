package org.candour.casework.proceedings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Facts;
import org.candour.ledger.StaleAggregate;
import org.candour.ledger.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes good where a process died between the write of proceedings and that of what lists show of the case: compares the next
 * day on which something is due, a page at each tick, round after round.
 */
@Component
@Profile("!intake")
class DescribeDueAgain {
    static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(DescribeDueAgain.class);

    private final ProceedingsRegister register;
    private final CaseRegister cases;
    private Optional<CaseId> last = Optional.empty();

    DescribeDueAgain(ProceedingsRegister register, CaseRegister cases) {
        this.register = register;
        this.cases = cases;
    }

    /** Takes the next page; after the last one, the next tick begins anew. */
    @Scheduled(fixedDelayString = "${candour.casework.describe-again-pause:PT5S}")
    synchronized void tick() {
        try {
            var page = register.lines(last, PAGE);
            var known =
                    cases.factsOf(page.stream().map(DescribeDueAgain::caseOf).toList());
            page.stream()
                    .filter(due -> differs(due, known))
                    .map(DescribeDueAgain::caseOf)
                    .forEach(this::describe);
            last = next(page);
        } catch (DataAccessException | Unavailable partIsDown) {
            LOG.debug("The comparison of proceedings with the lists waits: a part does not answer", partIsDown);
        }
    }

    private static boolean differs(ProceedingsRegister.Due due, Map<CaseId, Facts> known) {
        var facts = known.get(caseOf(due));
        return facts != null && !facts.dueOf(ProceedingsRegister.PART).equals(Optional.ofNullable(due.nextDueOn()));
    }

    private void describe(CaseId id) {
        try {
            register.describe(register.of(id));
        } catch (StaleAggregate fault) {
            LOG.debug("{} is not described: it is not what the ledger says", id); // and alarmed where it was found
        }
    }

    private static Optional<CaseId> next(List<ProceedingsRegister.Due> page) {
        return page.size() < PAGE ? Optional.empty() : Optional.of(caseOf(page.get(PAGE - 1)));
    }

    private static CaseId caseOf(ProceedingsRegister.Due due) {
        return new CaseId(due.id());
    }
}
