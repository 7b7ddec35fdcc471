package org.candour.disclosure.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Postcodes and vehicle registrations. */
final class PlaceFormats {
    /** The shapes of BS 7666-2 with the letters that each place excludes; areas are checked apart. */
    static final Pattern POSTCODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(?<outward>(?:[a-z]{1,2}\\d{1,2}|[a-z]\\d[abcdefghjkpstuw]|[a-z]{2}\\d[abehmnprvwxy]|gir))"
                    + "[ \n-]{0,2}\\d[abd-hjlnp-uw-z]{2}|bfpo ?\\d{1,4})(?![\\p{L}\\p{N}])");

    private static final Set<String> AREAS =
            Set.of(("ab al b ba bb bd bf bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw "
                            + "da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gir gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je "
                            + "ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s "
                            + "sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv xx yo "
                            + "ze bfpo")
                    .split(" "));

    private static final String FREE = "(?<![\\p{L}\\p{N}/])";
    private static final String END = "(?![\\p{L}\\p{N}/])";
    /** Since 2001: area, age, three letters. DVLA form INF104. */
    private static final Pattern CURRENT = Pattern.compile(FREE + "[a-hj-pr-y]{2}\\d{2}([ -]?)[a-hj-pr-z]{3}" + END);
    /** 1983 to 2001, 1963 to 1983, and without a year (Northern Ireland, cherished). */
    private static final Pattern PREFIX = Pattern.compile(FREE + "[a-hj-npr-tv-y](\\d{1,3}) ?[a-hj-pr-y]{3}" + END);

    private static final Pattern SUFFIX = Pattern.compile(FREE + "[a-hj-pr-y]{3} ?(\\d{1,3})[a-hj-npr-tv-y]" + END);
    private static final Pattern DATELESS =
            Pattern.compile(FREE + "(?:[a-z]{1,3} ?\\d{1,4}|\\d{1,4} ?[a-z]{1,3})" + END);
    private static final List<String> VEHICLE_WORDS =
            List.of("registration", "reg ", "reg:", "reg.", "number plate", "numberplate", "vrm", "licence plate");
    private static final int SURE_DIGITS = 3;

    private PlaceFormats() {}

    static void find(FormatFindings found) {
        found.eachNearDigits(POSTCODE, match -> {
            if (AREAS.contains(area(match.group()))) {
                found.add(match.start(), match.end(), Category.POSTCODE, false);
            }
        });
        found.eachNearDigits(CURRENT, match -> {
            boolean isWritten = found.isUpperCase(match.start(), match.end());
            found.add(
                    match.start(),
                    match.end(),
                    Category.VEHICLE,
                    !isWritten && !match.group(1).isEmpty());
        });
        found.eachNearDigits(PREFIX, match -> older(found, match.start(), match.end(), match.group(1)));
        found.eachNearDigits(SUFFIX, match -> older(found, match.start(), match.end(), match.group(1)));
        found.eachNearDigits(DATELESS, match -> {
            if (found.isUpperCase(match.start(), match.end()) && found.follows(match.start(), VEHICLE_WORDS)) {
                found.add(match.start(), match.end(), Category.VEHICLE, true);
            }
        });
    }

    // In small letters these are ordinary words ("a1 the"), so they count only as a plate shows them.
    private static void older(FormatFindings found, int start, int end, String digits) {
        if (found.isUpperCase(start, end)) {
            boolean isSure = digits.length() >= SURE_DIGITS || found.follows(start, VEHICLE_WORDS);
            found.add(start, end, Category.VEHICLE, !isSure);
        }
    }

    private static String area(String postcode) {
        int letters = 0;
        while (letters < postcode.length() && Character.isLetter(postcode.charAt(letters))) {
            letters++;
        }
        return postcode.substring(0, letters).toLowerCase(Locale.ROOT);
    }
}
