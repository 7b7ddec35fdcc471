package org.candour.access;

import static org.candour.access.Relation.AUDIENCE;
import static org.candour.access.Relation.GRANT;
import static org.candour.access.Relation.NONE;
import static org.candour.access.Relation.OWNER;
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

    /** Asks for a case in an emergency, before anybody has decided: it opens nothing. */
    REQUEST_EMERGENCY_ACCESS(EnumSet.of(Role.ADVOCATE), NONE, Purpose.EMERGENCY, Proof.SECOND_FACTOR),
    LIST_EMERGENCY_REQUESTS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY),
    /** Opens the request's own compartment, nothing of its case. */
    VIEW_EMERGENCY_REQUEST(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY, Proof.SECOND_FACTOR, WORK),
    /** Opens the request's own compartment, nothing of its case. */
    APPROVE_EMERGENCY_ACCESS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY, Proof.SECOND_FACTOR, WORK),
    REFUSE_EMERGENCY_ACCESS(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.EMERGENCY),

    RETRIEVE_RECEIPT(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_PROGRESS(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_ACCESS_LOG(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    ASSIGN_ADVOCATE(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    OPEN_CASE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, ACCOUNT, ACCUSED, WORK),
    VIEW_IDENTITY(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, Proof.SECOND_FACTOR, IDENTITY),
    ADD_NOTE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    MOVE_STATUS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    PREPARE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    REVIEW_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    CORRECT_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    PROPOSE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),

    PROPOSE_ERASURE(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    APPROVE_ERASURE(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY, Proof.SECOND_FACTOR),
    /** What the service does when an erasure is approved, in the name of whoever approved it. */
    DESTROY_KEYS(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),

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
