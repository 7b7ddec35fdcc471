package org.candour.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.Situation.Stage;
import org.candour.ledger.Recorded;
import org.jspecify.annotations.Nullable;

/** Everything anybody may try, tried at the real gate. */
final class Attempts {
    /** How a use case asks the gate. */
    enum Way {
        NO_CASE,
        NEW_CASE,
        CASE,
        DISCLOSURE
    }

    /** One attempt and what came of it; {@code role} is null for a token without any. */
    record Attempt(
            Act act,
            Situation situation,
            @Nullable Role role,
            CaseId caseId,
            Optional<RuntimeException> refusal,
            List<Recorded> recorded) {
        String answer() {
            var entry = recorded.get(0).entry();
            return entry.reason()
                    .map(reason -> reason.toLowerCase(java.util.Locale.ROOT))
                    .orElse("ADMITTED");
        }
    }

    private Attempts() {}

    static Way way(Act act) {
        return switch (act) { // no default: a new act does not compile until it is placed here
            case SIGN_ON,
                    LIST_EMERGENCY_REQUESTS,
                    LIST_OWN_EMERGENCY_REQUESTS,
                    LIST_OWN_REPORTS,
                    LIST_GRANTED_CASES,
                    LIST_ASSIGNMENTS,
                    LIST_PROPOSALS,
                    VIEW_WORKLOAD,
                    LIST_CONFLICT_REFUSALS,
                    LIST_APPROVALS,
                    LIST_RETALIATION,
                    LIST_DISCLOSURES,
                    READ_LEDGER,
                    VIEW_KEYS,
                    PROPOSE_ROTATION,
                    APPROVE_ROTATION,
                    CANCEL_KEY_ORDER,
                    RETIRE_KEYS -> Way.NO_CASE;
            case SUBMIT_REPORT -> Way.NEW_CASE;
            case RETRIEVE_RECEIPT,
                    VIEW_PROGRESS,
                    VIEW_ACCESS_LOG,
                    ASSIGN_ADVOCATE,
                    SEND_MESSAGE,
                    READ_MESSAGES,
                    MARK_MESSAGE_READ,
                    VIEW_READ_RECEIPTS,
                    CHANGE_READ_RECEIPTS,
                    READ_SHARED_NOTES,
                    SHARE_NOTE,
                    GIVE_CONSENT,
                    WITHDRAW_CONSENT,
                    VIEW_CONSENTS,
                    VIEW_ASSIGNMENTS,
                    PASS_ON_CASE,
                    ACCEPT_ASSIGNMENT,
                    DECLINE_ASSIGNMENT,
                    WITHDRAW_ASSIGNMENT,
                    END_ASSIGNMENT,
                    VIEW_SAFE_CONTACT,
                    VIEW_OWN_SAFE_CONTACT,
                    CHANGE_SAFE_CONTACT,
                    ADD_CORRECTION,
                    READ_CORRECTIONS,
                    RECORD_RETALIATION,
                    READ_RETALIATION,
                    VIEW_FLAGS,
                    SEE_FLAG,
                    SET_NEXT_CHECK,
                    READ_NEXT_CHECK,
                    OPEN_CASE,
                    VIEW_IDENTITY,
                    REQUEST_EMERGENCY_ACCESS,
                    ADD_NOTE,
                    MOVE_STATUS,
                    PROPOSE_ERASURE,
                    APPROVE_ERASURE,
                    DESTROY_KEYS,
                    VIEW_PROCEEDINGS,
                    RECORD_ALLEGATION,
                    CORRECT_ALLEGATION,
                    RELATE_CASE,
                    MOVE_ALLEGATION,
                    SCREEN_ALLEGATION,
                    RECORD_REFERRAL,
                    RECORD_STEP,
                    RECORD_OUTCOME,
                    CLOSE_ALARM,
                    LIST_TASKS,
                    SNOOZE_TASK,
                    FINISH_TASK,
                    PREPARE_DISCLOSURE -> Way.CASE;
            case VIEW_CHRONOLOGY,
                    ADD_TO_CHRONOLOGY,
                    CORRECT_CHRONOLOGY,
                    RECORD_KNOWLEDGE,
                    ASK_WHO_KNEW,
                    CLOSE_CHRONOLOGY_ALARM,
                    EXPORT_CHRONOLOGY,
                    SIGN_CHRONOLOGY -> Way.CASE;
            case CHANGE_PARTICIPATION, VIEW_PARTICIPATION -> Way.CASE;
            case VIEW_TIMERS, VIEW_EXPECTATIONS, START_TIMER, JUDGE_TIMER, CHANGE_TIER -> Way.CASE;
            case LIST_BREACHES -> Way.NO_CASE;
            case VIEW_RISK, ASSESS_RISK, RECORD_INCIDENT -> Way.CASE;
            case REVIEW_DISCLOSURE,
                    CORRECT_DISCLOSURE,
                    PROPOSE_DISCLOSURE,
                    APPROVE_DISCLOSURE,
                    RELEASE_DISCLOSURE,
                    WITHDRAW_DISCLOSURE,
                    READ_DISCLOSURE,
                    VIEW_EMERGENCY_REQUEST,
                    APPROVE_EMERGENCY_ACCESS,
                    REFUSE_EMERGENCY_ACCESS,
                    VIEW_OWN_EMERGENCY_REQUEST,
                    END_EMERGENCY_ACCESS -> Way.DISCLOSURE;
        };
    }

    /** Every act in every situation in every role, and in none. */
    static List<Attempt> all(TestAccess access) {
        var attempts = new ArrayList<Attempt>();
        for (var situation : Situation.values()) {
            for (var role : roles()) {
                var stage = role.map(one -> situation.play(access, one)).orElseGet(() -> situation.play(access));
                for (var act : Act.values()) {
                    attempts.add(attempt(access, act, situation, role, stage));
                }
            }
        }
        return attempts;
    }

    /** The roles, and none at all. */
    static List<Optional<Role>> roles() {
        return Stream.concat(Stream.of(Role.values()).map(Optional::of), Stream.of(Optional.<Role>empty()))
                .toList();
    }

    private static Attempt attempt(TestAccess access, Act act, Situation situation, Optional<Role> role, Stage stage) {
        access.ledger.fresh();
        Optional<RuntimeException> refusal = Optional.empty();
        try {
            ask(access.gate, act, situation, stage);
        } catch (NoSuchThing | RoleMissing | StepUpNeeded refused) {
            refusal = Optional.of(refused);
        }
        return new Attempt(act, situation, role.orElse(null), stage.caseId(), refusal, access.ledger.fresh());
    }

    private static void ask(Gate gate, Act act, Situation situation, Stage stage) {
        switch (way(act)) {
            case NO_CASE -> gate.admit(stage.actor(), act);
            case NEW_CASE -> gate.admitSubmission(stage.actor(), stage.caseId(), "ab".repeat(32));
            case CASE -> gate.admit(stage.actor(), act, stage.caseId());
            case DISCLOSURE -> {
                var disclosure = situation == Situation.ABSENT ? stage.caseId().value() : UUID.randomUUID();
                var standing = situation == Situation.ABSENT
                        ? Optional.<Standing>empty()
                        : Optional.of(
                                new Standing(disclosure, stage.caseId(), stage.audience(), situation.requester(stage)));
                gate.admit(stage.actor(), act, disclosure, standing);
            }
        }
    }
}
