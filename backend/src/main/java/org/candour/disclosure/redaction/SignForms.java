package org.candour.disclosure.redaction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The written forms of identifiers and telephone numbers. */
final class SignForms {
    private static final String COUNTRY = "GB";
    private static final int SHORTEST_SPREAD = 5;
    private static final int SHORTEST_SIGN = 3;
    private static final int SHORTEST_LOCAL_NUMBER = 6;

    private SignForms() {}

    /**
     * A sign with any spacing, punctuation and case; without digits, it may be divided only where the file divides it:
     * letters alone, spread out, are too easily words.
     */
    static List<String> ofSign(String sign) {
        var folded = NormalisedText.fold(sign);
        var squeezed = squeeze(folded);
        if (squeezed.length() < SHORTEST_SIGN) {
            return List.of();
        }
        boolean hasDigit = squeezed.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (hasDigit && squeezed.length() >= SHORTEST_SPREAD) {
            return List.of(spread(squeezed));
        }
        var written = new StringBuilder();
        boolean isDivided = false;
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                written.append(isDivided && !written.isEmpty() ? Joint.LOOSE : "")
                        .append(folded.charAt(i));
                isDivided = false;
            } else {
                isDivided = true;
            }
        }
        return List.of(written.toString());
    }

    /** National and international forms of a number, and the forms as given if it is none that anybody could dial. */
    static Set<String> ofPhone(String number) {
        var forms = new LinkedHashSet<String>();
        var digits = squeeze(NormalisedText.fold(number)).replaceAll("[^0-9]", "");
        if (digits.length() >= SHORTEST_LOCAL_NUMBER) {
            forms.add(spread(digits));
        }
        try {
            var util = PhoneNumberUtil.getInstance();
            var parsed = util.parse(number, COUNTRY);
            var national = util.getNationalSignificantNumber(parsed);
            var code = String.valueOf(parsed.getCountryCode());
            for (var prefix : List.of("", "0", code, code + "0", "00" + code, "00" + code + "0")) {
                forms.add(spread(prefix + national));
            }
        } catch (NumberParseException unparsable) {
            // What the file holds is no telephone number; its digits are looked for all the same.
        }
        return forms;
    }

    /** The number as dialled from next door, without its area code: it may be something else. */
    static Set<String> ofLocalPart(String number) {
        try {
            var util = PhoneNumberUtil.getInstance();
            var parsed = util.parse(number, COUNTRY);
            int areaCodeDigits = util.getLengthOfGeographicalAreaCode(parsed);
            var national = util.getNationalSignificantNumber(parsed);
            boolean isLong = national.length() - areaCodeDigits >= SHORTEST_LOCAL_NUMBER;
            return areaCodeDigits > 0 && isLong ? Set.of(spread(national.substring(areaCodeDigits))) : Set.of();
        } catch (NumberParseException unparsable) {
            return Set.of();
        }
    }

    private static String squeeze(String folded) {
        return folded.replaceAll("[^\\p{L}\\p{N}]++", "");
    }

    private static String spread(String squeezed) {
        var characters = new ArrayList<String>();
        squeezed.chars().forEach(c -> characters.add(String.valueOf((char) c)));
        return String.join(Joint.LOOSE.toString(), characters);
    }
}
