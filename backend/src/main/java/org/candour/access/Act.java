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
 * is done, and the compartments that an admission opens. This table is the access policy; there is no other.
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
    APPROVE_ROTATION(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    CANCEL_KEY_ORDER(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    /** What the service does when an approved rotation ends, in the name of whoever approved it. */
    RETIRE_KEYS(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),

    RETRIEVE_RECEIPT(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_PROGRESS(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    VIEW_ACCESS_LOG(EnumSet.of(Role.VICTIM), OWNER, Purpose.OWN_REPORT),
    ASSIGN_ADVOCATE(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.ASSIGNMENT),
    OPEN_CASE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, IDENTITY, ACCOUNT, ACCUSED, WORK),
    ADD_NOTE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT, WORK),
    MOVE_STATUS(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.SUPPORT),
    PREPARE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    REVIEW_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    CORRECT_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),
    PROPOSE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE, IDENTITY, ACCOUNT, ACCUSED, WORK),

    PROPOSE_ERASURE(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
    APPROVE_ERASURE(EnumSet.of(Role.KEY_CUSTODIAN), NONE, Purpose.KEY_CUSTODY),
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

    APPROVE_DISCLOSURE(EnumSet.of(Role.COMMISSIONER), NONE, Purpose.DISCLOSURE),
    RELEASE_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE),
    WITHDRAW_DISCLOSURE(EnumSet.of(Role.ADVOCATE), GRANT, Purpose.DISCLOSURE),
    READ_DISCLOSURE(EnumSet.of(Role.INVESTIGATOR), AUDIENCE, Purpose.INVESTIGATION, REDACTED_COPY);

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that is never handed out
    private final EnumSet<Role> roles;

    private final Relation relation;
    private final Purpose purpose;

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that is never handed out
    private final EnumSet<Compartment> opens;

    Act(EnumSet<Role> roles, Relation relation, Purpose purpose, Compartment... opens) {
        this.roles = roles;
        this.relation = relation;
        this.purpose = purpose;
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

    /** What an admission opens. */
    Set<Compartment> opens() {
        return EnumSet.copyOf(opens);
    }
}
