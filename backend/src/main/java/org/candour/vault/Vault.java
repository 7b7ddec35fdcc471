package org.candour.vault;

import com.google.errorprone.annotations.RestrictedApi;
import org.candour.ledger.Receipt;
import org.springframework.stereotype.Component;

/** Opens what a receipt covers. There is no other way to a plaintext. */
@Component
public class Vault {
    /**
     * Spends the receipt and unwraps the keys it covers, with the private key of one recipient.
     *
     * @throws org.candour.ledger.ReceiptSpent if the receipt was used before
     * @throws KeyUnavailable if the object's keys or the recipient's are not there
     */
    @RestrictedApi(
            explanation = "Plaintext is read in few, named places",
            allowlistAnnotations = OpensPlaintext.class,
            link = "")
    public Opening open(Receipt receipt, Recipient recipient) {
        throw new UnsupportedOperationException();
    }
}
