package org.candour.disclosure.redaction;

import java.math.BigInteger;

/** The public check-digit rules of numbers that occur in letters. All take digits (and, for IBAN, letters) only. */
final class CheckDigits {
    private static final int NHS_DIGITS = 10;
    private static final int NHS_MODULUS = 11;
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private CheckDigits() {}

    /** NHS Data Dictionary, NHS NUMBER: weights 10 to 2, modulus 11; a remainder that gives 10 is not issued. */
    static boolean isNhsNumber(String digits) {
        if (digits.length() != NHS_DIGITS) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < NHS_DIGITS - 1; i++) {
            sum += (digits.charAt(i) - '0') * (NHS_DIGITS - i);
        }
        int check = (NHS_MODULUS - sum % NHS_MODULUS) % NHS_MODULUS;
        return check == digits.charAt(NHS_DIGITS - 1) - '0';
    }

    /** ISO/IEC 7812-1 annex B (Luhn). */
    static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** ISO 13616 with ISO 7064 MOD 97-10. */
    static boolean isIban(String lettersAndDigits) {
        var moved = lettersAndDigits.substring(4) + lettersAndDigits.substring(0, 4);
        var numeric = new StringBuilder();
        for (int i = 0; i < moved.length(); i++) {
            numeric.append(Character.digit(moved.charAt(i), 36));
        }
        return new BigInteger(numeric.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
    }
}
