package org.candour.casework.conversation;

import java.time.Instant;
import java.util.UUID;
import org.candour.access.Role;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message as it is stored: an aggregate of its own, because a conversation may last for years. Nothing of it changes but
 * that it was read.
 *
 * @param author pseudonym of whoever wrote it; the other side never learns it
 * @param role the role they wrote in
 * @param body the organisation they wrote for; null for a victim
 * @param idempotencyToken blind token of who sent it, to which case and with which key; unique, so a retry sends nothing twice
 * @param bodyToken blind token of what was sent
 * @param reading null until somebody of the other side has read it
 * @param version null before the first write
 */
@Document("messages")
@TypeAlias("message")
@CompoundIndex(name = "case", def = "{caseId: 1, _id: -1}")
record Message(
        @Id UUID id,
        UUID caseId,
        Instant sentAt,
        Side side,
        String author,
        Role role,
        @Nullable String body,
        Sealed<MessageText> text,
        @Indexed(unique = true) String idempotencyToken,
        String bodyToken,
        @Nullable Reading reading,
        @Version @Nullable Long version) {
    /** The place of one message: bound to its id, so that two messages of a case cannot be swapped. */
    static Field<MessageText> field(MessageId id) {
        return new Field<>(Compartment.WORK, "case.message", MessageText.class, 1).at(id.toString());
    }

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }

    boolean isUnreadBy(Side reader) {
        return side != reader && reading == null;
    }

    Message readBy(Reading first) {
        return new Message(
                id, caseId, sentAt, side, author, role, body, text, idempotencyToken, bodyToken, first, version);
    }
}
