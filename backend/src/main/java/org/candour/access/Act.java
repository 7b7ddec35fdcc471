package org.candour.access;

import static org.candour.access.Relation.AUDIENCE;
import static org.candour.access.Relation.GRANT;
import static org.candour.access.Relation.NONE;
import static org.candour.access.Relation.OWNER;
import static org.candour.access.Relation.PARTY;
import static org.candour.access.Relation.PROPOSED;
import static org.candour.access.Relation.REQUESTER;
import static org.candour.access.Relation.TEAM;
import static org.candour.ledger.Compartment.ACCOUNT;
import static org.candour.ledger.Compartment.ACCUSED;
import static org.candour.ledger.Compartment.IDENTITY;
import static org.candour.ledger.Compartment.REDACTED_COPY;
import static org.candour.ledger.Compartment.WORK;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.candour.ledger.Compartment;

/**
 * Everything somebody may try, with the rule that decides it: the roles that may, what relation to the case they need, why it
 * is done, how surely they must have shown who they are ({@link Proof#LOGIN} unless it says otherwise), and the compartments
 * that an admission opens. This table is the access policy; there is no other.
 */
public enum Act {
    SIGN_ON(EnumSet.allOf(Role.class), NONE, Purpose.SIGN_ON),
    SUBMIT_REPORT(EnumSet.of(Role.VICTIM), NONE, Purpose.OWN_REPORT),
    LIST_OWN_REPORTS(EnumSet.of(Role.VICTIM), NONE, Purpose.OWN_REPORT),
    LIST_GRANTED_CASES(EnumSet.of(Role.ADVOCATE), NONE, Purpose.SUPPORT),
    LIST_ASSIGNMENTS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    LIST_APPROVALS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.DISCLOSURE),
    LIST_DISCLOSURES(EnumSet.of(Role.INVESTIGATOR), NONE, Purpose.INVESTIGATION),
    READ_LEDGER(EnumSet.of(Role.AUDITOR), NONE, Purpose.AUDIT),
    VIEW_KEYS(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    PROPOSE_ROTATION(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    APPROVE_ROTATION(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY, Proof.SECOND_FACTOR),
    CANCEL_KEY_ORDER(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    /** What the service does when an approved rotation ends, in the name of whoever approved it. */
    RETIRE_KEYS(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),

    // People on the case.
    LIST_PROPOSALS(EnumSet.of(Role.ADVOCATE), NONE, Purpose.ASSIGNMENT),
    VIEW_WORKLOAD(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    LIST_CONFLICT_REFUSALS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    VIEW_ASSIGNMENTS(EnumSet.of(Role.COMMISSIONER, Role.ADVOCATE), TEAM, Purpose.ASSIGNMENT),
    PASS_ON_CASE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.ASSIGNMENT),
    ACCEPT_ASSIGNMENT(EnumSet.of(Role.ADVOCATE), PROPOSED, Purpose.ASSIGNMENT),
    DECLINE_ASSIGNMENT(EnumSet.of(Role.ADVOCATE), PROPOSED, Purpose.ASSIGNMENT),
    WITHDRAW_ASSIGNMENT(EnumSet.of(Role.COMMISSIONER, Role.ADVOCATE), TEAM, Purpose.ASSIGNMENT),
    END_ASSIGNMENT(EnumSet.of(Role.COMMISSIONER, Role.ADVOCATE), TEAM, Purpose.ASSIGNMENT),
    /** Asks for a case in an emergency, before anybody has decided: it opens nothing. */
    REQUEST_EMERGENCY_ACCESS(EnumSet.of(Role.ADVOCATE), NONE, Purpose.EMERGENCY, Proof.SECOND_FACTOR),
    LIST_EMERGENCY_REQUESTS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY),
    /** Opens the request's own compartment, nothing of its case. */
    VIEW_EMERGENCY_REQUEST(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY, Proof.SECOND_FACTOR, WORK),
    /** Opens the request's own compartment, nothing of its case. */
    APPROVE_EMERGENCY_ACCESS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY, Proof.SECOND_FACTOR, WORK),
    REFUSE_EMERGENCY_ACCESS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY),
    LIST_OWN_EMERGENCY_REQUESTS(EnumSet.of(Role.ADVOCATE), NONE, Purpose.EMERGENCY),
    /** Shows how it stands; of the case nothing. */
    VIEW_OWN_EMERGENCY_REQUEST(EnumSet.of(Role.ADVOCATE), REQUESTER, Purpose.EMERGENCY),
    END_EMERGENCY_ACCESS(EnumSet.of(Role.ADVOCATE), REQUESTER, Purpose.EMERGENCY),

    RETRIEVE_RECEIPT(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_PROGRESS(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_ACCESS_LOG(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    ASSIGN_ADVOCATE(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    OPEN_CASE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, ACCOUNT, ACCUSED, WORK),
    VIEW_IDENTITY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, Proof.SECOND_FACTOR, IDENTITY),
    SEND_MESSAGE(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT, WORK),
    READ_MESSAGES(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT, WORK),
    MARK_MESSAGE_READ(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),
    VIEW_READ_RECEIPTS(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),
    CHANGE_READ_RECEIPTS(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),
    READ_SHARED_NOTES(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT, WORK),
    SHARE_NOTE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    GIVE_CONSENT(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),
    WITHDRAW_CONSENT(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),
    VIEW_CONSENTS(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),
    VIEW_SAFE_CONTACT(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, Proof.SECOND_FACTOR, IDENTITY),
    VIEW_OWN_SAFE_CONTACT(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT, IDENTITY),
    CHANGE_SAFE_CONTACT(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT, IDENTITY),
    ADD_CORRECTION(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT, ACCOUNT),
    READ_CORRECTIONS(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT, ACCOUNT),
    RECORD_RETALIATION(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT, WORK),
    READ_RETALIATION(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT, WORK),
    LIST_RETALIATION(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    VIEW_FLAGS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    SEE_FLAG(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    SET_NEXT_CHECK(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    READ_NEXT_CHECK(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT, WORK),

    // Whether the victim takes part.
    CHANGE_PARTICIPATION(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_PARTICIPATION(EnumSet.of(Role.VICTIM, Role.ADVOCATE), PARTY, Purpose.SUPPORT),

    ADD_NOTE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    MOVE_STATUS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),

    VIEW_CHRONOLOGY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    ADD_TO_CHRONOLOGY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    CORRECT_CHRONOLOGY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    RECORD_KNOWLEDGE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    ASK_WHO_KNEW(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    CLOSE_CHRONOLOGY_ALARM(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    EXPORT_CHRONOLOGY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, Proof.SECOND_FACTOR, WORK),
    /** What the service does when it hands a chronology out, in the name of whoever asked for it. */
    SIGN_CHRONOLOGY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),

    VIEW_TIMERS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    VIEW_EXPECTATIONS(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    START_TIMER(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    JUDGE_TIMER(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    CHANGE_TIER(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    LIST_BREACHES(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.OVERSIGHT),

    PREPARE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    REVIEW_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    CORRECT_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    PROPOSE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),

    PROPOSE_ERASURE(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    APPROVE_ERASURE(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY, Proof.SECOND_FACTOR),
    /** What the service does when an erasure is approved, in the name of whoever approved it. */
    DESTROY_KEYS(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),

    VIEW_PROCEEDINGS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, ACCOUNT, WORK),
    RECORD_ALLEGATION(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, ACCUSED, WORK),
    CORRECT_ALLEGATION(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, ACCUSED, WORK),
    /** Naming a case as one that belongs together with another, which needs a grant on both. */
    RELATE_CASE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    MOVE_ALLEGATION(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    SCREEN_ALLEGATION(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    RECORD_REFERRAL(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    RECORD_STEP(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    RECORD_OUTCOME(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, ACCOUNT, WORK),
    CLOSE_ALARM(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    LIST_TASKS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    SNOOZE_TASK(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    FINISH_TASK(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),

    VIEW_RISK(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    ASSESS_RISK(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    RECORD_INCIDENT(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),

    APPROVE_DISCLOSURE(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.DISCLOSURE, Proof.SECOND_FACTOR),
    RELEASE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE),
    WITHDRAW_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE),
    READ_DISCLOSURE(EnumSet.of(Role.INVESTIGATOR), AUDIENCE, Purpose.INVESTIGATION, REDACTED_COPY);

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that is never handed out
    private final EnumSet<Role> roles;

    private final Relation relation;
    private final Purpose purpose;
    private final Proof proof;

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that is never handed out
    private final EnumSet<Compartment> opens;

    Act(EnumSet<Role> roles, Relation relation, Purpose purpose, Compartment... opens) {
        this(roles, relation, purpose, Proof.LOGIN, opens);
    }

    Act(EnumSet<Role> roles, Relation relation, Purpose purpose, Proof proof, Compartment... opens) {
        this.roles = roles;
        this.relation = relation;
        this.purpose = purpose;
        this.proof = proof;
        this.opens = EnumSet.noneOf(Compartment.class);
        this.opens.addAll(Arrays.asList(opens));
    }

    /** The roles that may try. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    Relation relation() {
        return relation;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Whether it needs a second factor that was given a short while ago. */
    public boolean needsSecondFactor() {
        return proof == Proof.SECOND_FACTOR;
    }

    /** Whether what it opens is sealed under the keys of the thing it is about, and not under those of its case. */
    boolean opensOwnKeys() {
        return opens.contains(REDACTED_COPY) || this == VIEW_EMERGENCY_REQUEST || this == APPROVE_EMERGENCY_ACCESS;
    }

    /** What an admission opens. */
    Set<Compartment> opens() {
        return EnumSet.copyOf(opens);
    }
}
