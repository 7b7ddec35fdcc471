package org.candour.casework.proceedings;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.proceedings.AllegationView.MoveView;
import org.candour.casework.proceedings.AllegationView.TrackStanding;
import org.candour.casework.proceedings.AllegationView.VersionView;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;
import org.jspecify.annotations.Nullable;

/** An advocate reads what was alleged in a case, and what became of it. */
@UseCase
public class ViewProceedings {
    private final Gate gate;
    private final Vault vault;
    private final CaseRegister cases;
    private final ProceedingsRegister register;
    private final ReferralRules referral;
    private final AlarmRules alarms;
    private final TaskRules tasks;
    private final Clock clock;

    ViewProceedings(
            Gate gate,
            Vault vault,
            CaseRegister cases,
            ProceedingsRegister register,
            ReferralRules referral,
            AlarmRules alarms,
            TaskRules tasks,
            Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.cases = cases;
        this.register = register;
        this.referral = referral;
        this.alarms = alarms;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Opens the proceedings. Related cases are shown to whoever holds a grant there too, and to nobody else. */
    @OpensPlaintext("An advocate with a live grant reads what was alleged and what became of it")
    public ProceedingsView view(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.VIEW_PROCEEDINGS, caseId);
        var proceedings = register.of(caseId);
        var visible = visible(proceedings, actor);
        var now = clock.instant();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return new ProceedingsView(
                    proceedings.allegations().stream()
                            .map(one -> view(one, proceedings.history(), visible, opening))
                            .toList(),
                    proceedings.referrals().stream()
                            .map(one -> view(one, opening))
                            .toList(),
                    steps(proceedings.history(), opening),
                    alarms.find(proceedings, now),
                    tasks.find(proceedings, now),
                    remarks(proceedings, opening),
                    proceedings.version());
        }
    }

    private Set<UUID> visible(Proceedings proceedings, Actor actor) {
        var related = proceedings.allegations().stream()
                .flatMap(allegation -> allegation.versions().stream())
                .flatMap(version -> version.codes().relatedCases().stream())
                .map(CaseId::new)
                .collect(toSet());
        return cases.grantedAmong(related, actor).stream().map(CaseId::value).collect(toSet());
    }

    private AllegationView view(Allegation allegation, TrackHistory history, Set<UUID> visible, Opening opening) {
        return new AllegationView(
                allegation.id(),
                allegation.state(),
                allegation.versions().stream()
                        .map(version -> new VersionView(
                                AllegationFacts.visible(
                                        version.codes(),
                                        opening.read(
                                                AllegationVersion.circumstancesField(version.id()),
                                                version.circumstances()),
                                        visible),
                                opening.read(Allegation.wordsField(version.id()), version.words()),
                                version.recordedAt(),
                                version.recordedBy()))
                        .toList(),
                allegation.screenings(),
                referral.grounds(allegation),
                allegation.moves().stream().map(move -> view(move, opening)).toList(),
                Arrays.stream(Track.values())
                        .map(track -> TrackStanding.of(track, allegation.id(), history))
                        .toList());
    }

    private static MoveView view(AllegationMove move, Opening opening) {
        var reason = opening.read(Allegation.reasonField(move.id()), move.reason());
        return new MoveView(move.to(), reason.text(), move.recordedAt(), move.recordedBy());
    }

    private static ReferralView view(Referral referral, Opening opening) {
        return new ReferralView(
                referral.id(),
                referral.decision(),
                referral.allegations(),
                referral.basis(),
                referral.facts(),
                opening.read(Referral.wordsField(referral.id()), referral.words()),
                referral.recordedAt(),
                referral.recordedBy());
    }

    private static List<StepView> steps(TrackHistory history, Opening opening) {
        return history.all().stream()
                .map(entry -> view(entry, !history.counting().contains(entry), opening))
                .toList();
    }

    private static StepView view(TrackEntry entry, boolean isCorrected, Opening opening) {
        return new StepView(
                entry.id(),
                entry.track(),
                entry.step(),
                entry.allegations(),
                entry.facts(),
                opening.read(TrackEntry.wordsField(entry.id()), entry.words()),
                entry.isUnknownOutcome() ? Code.UNKNOWN : entry.outcome(),
                entry.corrects(),
                isCorrected,
                victim(entry, opening),
                entry.review(),
                entry.recordedAt(),
                entry.recordedBy());
    }

    private static @Nullable VictimSays victim(TrackEntry entry, Opening opening) {
        var disputed = entry.disputed();
        if (disputed == null) {
            return null;
        }
        var account = Optional.ofNullable(entry.victimsAccount())
                .map(words -> opening.read(TrackEntry.victimsAccountField(entry.id()), words)
                        .text());
        return new VictimSays(disputed, account.orElse(null));
    }

    private static List<Remark> remarks(Proceedings proceedings, Opening opening) {
        return Stream.concat(
                        proceedings.taskChanges().stream().map(change -> Remark.of(change, opening)),
                        proceedings.closings().stream().map(closing -> Remark.of(closing, opening)))
                .sorted(Comparator.comparing(Remark::recordedAt))
                .toList();
    }
}
