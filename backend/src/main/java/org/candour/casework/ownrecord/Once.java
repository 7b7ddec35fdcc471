package org.candour.casework.ownrecord;

import org.candour.intake.IdempotencyKeyReused;
import org.springframework.data.annotation.TypeAlias;

/**
 * What tells a retry from something new.
 *
 * @param keyToken blind token of who sent it, to which case and with which key
 * @param bodyToken blind token of what was sent
 */
@TypeAlias("once")
record Once(String keyToken, String bodyToken) {
    /**
     * Whether the other was sent under the same key.
     *
     * @throws IdempotencyKeyReused if it was, and is something else
     */
    boolean isRepeatOf(Once other) {
        if (!keyToken.equals(other.keyToken)) {
            return false;
        }
        if (!bodyToken.equals(other.bodyToken)) {
            throw new IdempotencyKeyReused();
        }
        return true;
    }

    @Override
    public String toString() {
        return "Once[hidden]";
    }
}
