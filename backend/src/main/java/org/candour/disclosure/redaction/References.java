package org.candour.disclosure.redaction;

import java.util.regex.Pattern;

/** Numbers of police papers, which an investigator needs: no format rule may take them for something else. */
final class References {
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?:crime|incident|occurrence|custody|complaint|iopc|log|cad|urn)"
                    + "(?: (?:report|ref(?:erence)?|number|no|num|id|urn)){0,2}\\.?|(?:collar|shoulder|warrant) (?:number|no|num)\\.?)"
                    + " ?(?:is |was |:|#)? ?((?!\\+|00|0\\d{9,10}(?!\\p{N}))[a-z0-9][a-z0-9/-]{2,24}+)");

    private References() {}

    static void keep(NormalisedText text, Kept kept) {
        var matcher = NAMED.matcher(text.view());
        while (matcher.find()) {
            boolean hasDigit = !FormatFindings.digits(matcher.group(1)).isEmpty();
            if (hasDigit) {
                kept.add(matcher.start(1), matcher.end(1));
            }
        }
    }
}
