package org.candour.development;

/** Keycloak refused a login, a registration or a token; the message is what it told the person or the client. */
public final class LoginRefused extends RuntimeException {
    LoginRefused(String reason) {
        super(reason);
    }
}
