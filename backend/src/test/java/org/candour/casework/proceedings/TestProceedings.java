package org.candour.casework.proceedings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.due.DueInCase;
import org.candour.casework.due.DueSource;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.TestRules;
import org.candour.intake.FactDate;
import org.candour.intake.TestIntake;

/** Proceedings of real cases, under the rules that are shipped; for the tests of this room and of those above. */
public final class TestProceedings {
    static final Path OUTCOMES = Path.of("../config/outcomes.yml");
    static final Vocabulary VOCABULARY = VocabularyFile.read(OUTCOMES);
    static final RuleBook RULES = TestRules.shipped();
    static final FactDate UNKNOWN = FactDate.unknown();

    final ReferralRules referral = new ReferralRules(VOCABULARY);
    final AlarmRules alarms = new AlarmRules(VOCABULARY, referral, Duration.ofDays(28));
    final TaskRules tasks;
    final ProceedingsRegister register;
    final ViewProceedings view;
    final RecordAllegation recordAllegation;
    final MoveAllegation moveAllegation;
    final ScreenAllegation screenAllegation;
    final RecordReferral recordReferral;
    final RecordStep recordStep;
    final CloseAlarm closeAlarm;
    final WorkOnTasks workOnTasks;
    private final TestAccess access;
    private final TestIntake intake;

    public TestProceedings(TestAccess access) {
        this(access, List.of());
    }

    /** @param sources what else is to be done */
    TestProceedings(TestAccess access, List<DueSource> sources) {
        this.access = access;
        tasks = new TaskRules(alarms, referral, RULES, new DueInCase(sources, access.cases));
        intake = new TestIntake(access);
        var clock = access.clock;
        var vault = access.vault.vault();
        var facts = new FactRules(access.bodies, clock);
        register = new ProceedingsRegister(
                access.mongo, access.ledger.aggregates(), access.wall, access.cases, tasks, clock);
        var referralClock = new ReferralClock(referral, RULES);
        view = new ViewProceedings(access.gate, vault, access.cases, register, referral, alarms, tasks, clock);
        recordAllegation = new RecordAllegation(
                access.gate, vault, intake.readReport, register, facts, VOCABULARY, referralClock, clock);
        moveAllegation = new MoveAllegation(access.gate, vault, register, clock);
        screenAllegation = new ScreenAllegation(access.gate, register, facts, referralClock, clock);
        recordReferral = new RecordReferral(access.gate, vault, register, facts, referralClock, clock);
        recordStep = new RecordStep(access.gate, vault, register, facts, new OutcomeRules(VOCABULARY), RULES, clock);
        closeAlarm = new CloseAlarm(access.gate, vault, register, alarms, clock);
        workOnTasks = new WorkOnTasks(access.gate, vault, register, tasks, facts, clock);
    }

    /** What victims may expect, for the tests of the case file. */
    public static ExpectationsOnFile expectations(TestAccess access) {
        return new ExpectationsOnFile(new TestProceedings(access).register, RULES, access.clock);
    }

    /**
     * What lists show as due, for the tests of the case file.
     *
     * @param sources what else is to be done
     */
    public static TasksInLists tasksInLists(TestAccess access, DueSource... sources) {
        return new TasksInLists(new TestProceedings(access, List.of(sources)).register);
    }

    /** Agreed contact, for the tests of those who may put it on hold. */
    public static ContactDuties contactDuties(TestAccess access) {
        return new ContactDuties(new TestProceedings(access).register, RULES, access.clock);
    }

    /** A case about one officer, on which somebody holds a grant for a day. */
    public CaseId granted(Actor advocate) {
        var id = intake.submit(access.victim()).caseId();
        access.grant(id, advocate);
        return id;
    }

    /** One allegation of a sexual assault, told of a case that nothing was told of. */
    UUID told(CaseId id, Actor advocate) {
        return told(id, allegation("J1"), advocate);
    }

    UUID told(CaseId id, NewAllegation allegation, Actor advocate) {
        return recordAllegation
                .record(id, allegation, register.of(id).version(), advocate)
                .id();
    }

    Told step(CaseId id, Step step, FactDate day, Actor advocate) {
        var told = new NewStep(step, List.of(), facts(day, DecisionMaker.POLICE), null, null);
        return recordStep.record(id, step.track(), told, register.of(id).version(), advocate);
    }

    Told outcome(CaseId id, Track track, NewOutcome told, Actor advocate) {
        return recordStep.recordOutcome(id, track, told, register.of(id).version(), advocate);
    }

    long screen(CaseId id, UUID allegation, Map<ScreeningQuestion, Answer> answers, Actor advocate) {
        return screenAllegation.screen(
                id,
                allegation,
                answers,
                java.util.Optional.empty(),
                register.of(id).version(),
                advocate);
    }

    List<AlarmKind> up(CaseId id) {
        return alarms.up(register.of(id), access.clock.instant()).stream()
                .map(Alarm::kind)
                .toList();
    }

    static NewAllegation allegation(String category) {
        return new NewAllegation(allegationFacts(category, 0, "westmarch", List.of()), null);
    }

    static AllegationFacts allegationFacts(String category, int accused, String force, List<UUID> related) {
        return new AllegationFacts(
                accused,
                new Code("iopc-2020", category),
                null,
                Duty.ON_DUTY,
                HowMet.AS_VICTIM,
                Set.of(Vulnerability.DOMESTIC_ABUSE),
                UNKNOWN,
                force,
                "UNKNOWN",
                Answer.UNKNOWN,
                related);
    }

    static FactDate on(String day) {
        return FactDate.exactly(LocalDate.parse(day));
    }

    static TrackFacts facts(FactDate day, DecisionMaker decidedBy) {
        return facts(day, decidedBy, List.of());
    }

    static TrackFacts facts(FactDate day, DecisionMaker decidedBy, List<KnownTo> knownTo) {
        return new TrackFacts(day, knownTo, decidedBy, "westmarch", null, null, null, null, null);
    }

    static TrackWords reason(String reason) {
        return new TrackWords(reason, null, null);
    }

    /** An outcome of the Home Office's codes that the police decided on a day, for a reason, undisputed. */
    static NewOutcome homeOffice(String code, String day) {
        return new NewOutcome(
                new Code("home-office-2014", code),
                List.of(),
                facts(on(day), DecisionMaker.POLICE, List.of(new KnownTo(KnownTo.VICTIM, on(day)))),
                reason("Not enough evidence, they say."),
                new VictimSays(Answer.NO, null),
                null);
    }

    /** A screening in which everything was known. */
    static Map<ScreeningQuestion, Answer> known(ScreeningQuestion... yes) {
        return Arrays.stream(ScreeningQuestion.values())
                .collect(Collectors.toMap(one -> one, one -> List.of(yes).contains(one) ? Answer.YES : Answer.NO));
    }

    static Map<ScreeningQuestion, Answer> answers(ScreeningQuestion... yes) {
        return Arrays.stream(ScreeningQuestion.values())
                .collect(Collectors.toMap(one -> one, one -> List.of(yes).contains(one) ? Answer.YES : Answer.UNKNOWN));
    }
}
