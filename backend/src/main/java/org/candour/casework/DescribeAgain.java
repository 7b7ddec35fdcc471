package org.candour.casework;

import java.time.Clock;
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
 * Makes good where a process died between the write of a case file and that of what lists show of it: compares the versions of
 * all files with those that the lists know, a page at each tick, round after round. A flag on the file would have to be cleared,
 * and clearing it would change the version that somebody is about to send with {@code If-Match}.
 */
@Component
@Profile("!intake")
class DescribeAgain {
    static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(DescribeAgain.class);

    private final CaseFiles files;
    private final CaseRegister register;
    private final Clock clock;
    private Optional<CaseId> last = Optional.empty();

    DescribeAgain(CaseFiles files, CaseRegister register, Clock clock) {
        this.files = files;
        this.register = register;
        this.clock = clock;
    }

    /** Takes the next page; after the last one, the next tick begins anew. */
    @Scheduled(fixedDelayString = "${candour.casework.describe-again-pause:PT1S}")
    synchronized void tick() {
        try {
            var page = files.lines(last, PAGE);
            var known =
                    register.factsOf(page.stream().map(DescribeAgain::caseOf).toList());
            page.stream()
                    .filter(line -> isBehind(line, known))
                    .map(DescribeAgain::caseOf)
                    .forEach(this::describe);
            last = next(page);
        } catch (DataAccessException | Unavailable partIsDown) {
            LOG.debug("The comparison of case files with the lists waits: a part does not answer", partIsDown);
        }
    }

    private static boolean isBehind(CaseFiles.Line line, Map<CaseId, Facts> known) {
        var facts = known.get(caseOf(line));
        return facts != null && facts.fileVersion() < line.version();
    }

    private void describe(CaseId id) {
        try {
            files.find(id).ifPresent(file -> files.describe(file, clock.instant()));
        } catch (StaleAggregate fault) {
            LOG.debug("{} is not described: it is not what the ledger says", id); // and alarmed where it was found
        }
    }

    private static Optional<CaseId> next(List<CaseFiles.Line> page) {
        return page.size() < PAGE ? Optional.empty() : Optional.of(caseOf(page.get(PAGE - 1)));
    }

    private static CaseId caseOf(CaseFiles.Line line) {
        return new CaseId(line.id());
    }
}
