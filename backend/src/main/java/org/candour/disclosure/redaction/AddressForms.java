package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The written forms of an address, whole and in parts. */
final class AddressForms {
    private static final List<Set<String>> SAME = List.of(
            Set.of("road", "rd"),
            Set.of("street", "st", "str"),
            Set.of("avenue", "ave", "av"),
            Set.of("lane", "ln"),
            Set.of("drive", "dr", "drv"),
            Set.of("close", "cl"),
            Set.of("court", "ct", "crt"),
            Set.of("crescent", "cres", "cr"),
            Set.of("place", "pl"),
            Set.of("square", "sq"),
            Set.of("terrace", "terr", "ter", "tce"),
            Set.of("gardens", "gdns", "gdn"),
            Set.of("grove", "gr", "gro"),
            Set.of("park", "pk"),
            Set.of("house", "hse", "ho"),
            Set.of("building", "bldg", "buildings", "bldgs"),
            Set.of("parade", "pde"),
            Set.of("mount", "mt"),
            Set.of("north", "nth"),
            Set.of("south", "sth"));
    private static final Set<String> FLAT = Set.of("flat", "apartment", "apt", "appt", "unit", "flt", "room", "rm");
    private static final Set<String> SAINT = Set.of("saint", "st");
    private static final Set<String> HOUSE_ENDINGS = Set.of(
            "cottage",
            "house",
            "hse",
            "farm",
            "farmhouse",
            "lodge",
            "villa",
            "barn",
            "manor",
            "hall",
            "mews",
            "building",
            "tower",
            "flats",
            "hostel",
            "refuge");
    private static final Set<String> TOO_WIDE =
            Set.of("england", "wales", "scotland", "ireland", "uk", "gb", "britain", "unitedkingdom", "greatbritain");
    private static final Pattern PARTS = Pattern.compile("[,;\n]");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{Mc}\\p{N}'-]+");
    private static final int MOST_SPELLINGS = 24;

    private final Forms forms;

    /** Receives the forms of one address. */
    interface Forms {
        void add(String written, Category category, boolean needsReview, Form.Kind kind);
    }

    private AddressForms(Forms forms) {
        this.forms = forms;
    }

    static void of(String address, Forms forms) {
        var all = new AddressForms(forms);
        var pending = new ArrayList<String>();
        // Lines are told apart before folding, which keeps line feeds but not carriage returns.
        for (var part : PARTS.split(NormalisedText.fold(address.replace('\r', '\n')), -1)) {
            var words = new ArrayList<>(pending);
            pending.clear();
            words.addAll(all.withoutPostcode(part));
            if (words.size() == 1 && startsWithDigit(words.get(0))) {
                pending.addAll(words); // "14, Church Road"
            } else {
                all.part(words);
            }
        }
    }

    private List<String> withoutPostcode(String part) {
        var postcodes = PlaceFormats.POSTCODE.matcher(part);
        while (postcodes.find()) {
            var outward = postcodes.group("outward");
            SignForms.ofSign(postcodes.group())
                    .forEach(written -> forms.add(written, Category.POSTCODE, false, Form.Kind.SIGN));
            forms.add(outward, Category.POSTCODE, true, Form.Kind.SIGN);
        }
        var words = new ArrayList<String>();
        for (var word : WORDS.split(postcodes.replaceAll(" "), -1)) {
            if (word.chars().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
        }
        return words;
    }

    private void part(List<String> words) {
        if (words.isEmpty() || TOO_WIDE.contains(String.join("", words))) {
            return;
        }
        if (FLAT.contains(words.get(0)) && words.size() > 1) {
            for (var flat : FLAT) {
                add(List.of(flat, words.get(1)), false, Joint.ADDRESS);
            }
            part(words.subList(2, words.size()));
        } else if (startsWithDigit(words.get(0)) && words.size() > 1) {
            numbered(words);
        } else {
            boolean isHouse = words.size() > 1 && HOUSE_ENDINGS.contains(words.get(words.size() - 1));
            add(words, !isHouse, Joint.ADDRESS);
        }
    }

    private void numbered(List<String> words) {
        add(words, false, Joint.ADDRESS);
        boolean isLetterApart = words.get(1).length() == 1 && words.size() > 2; // "14 A Church Road"
        var street = words.subList(isLetterApart ? 2 : 1, words.size());
        if (isLetterApart) {
            var joined = new ArrayList<>(List.of(words.get(0) + words.get(1)));
            joined.addAll(street);
            add(joined, false, Joint.ADDRESS);
        }
        add(street, true, Joint.ADDRESS);
        boolean hasType =
                street.size() > 1 && spellings(street, street.size() - 1).size() > 1;
        if (hasType) {
            var untyped = new ArrayList<>(List.of(words.get(0)));
            untyped.addAll(street.subList(0, street.size() - 1));
            add(untyped, true, Joint.ADDRESS);
        }
    }

    private void add(List<String> words, boolean needsReview, Joint gap) {
        var kind = words.size() == 1 ? Form.Kind.ONE_WORD : Form.Kind.SIGN;
        var written = List.of("");
        for (int i = 0; i < words.size(); i++) {
            var longer = new ArrayList<String>();
            for (var spelling : spellings(words, i)) {
                for (var before : written) {
                    longer.add(before + (before.isEmpty() ? "" : gap) + spelling);
                }
            }
            written = longer.subList(0, Math.min(longer.size(), MOST_SPELLINGS));
        }
        for (var form : written) {
            if (form.length() > 2) {
                forms.add(form, Category.ADDRESS, needsReview, kind);
            }
        }
    }

    private static List<String> spellings(List<String> words, int at) {
        var word = words.get(at);
        var written = within(word);
        if (word.length() > 1 && startsWithDigit(word) && Character.isLetter(word.charAt(word.length() - 1))) {
            int last = word.length() - 1;
            return List.of(written, word.substring(0, last) + Joint.WITHIN + word.charAt(last)); // 14a, 14 a
        }
        if (SAINT.contains(word) && at < words.size() - 1 && (at == 0 || startsWithDigit(words.get(at - 1)))) {
            return List.copyOf(SAINT);
        }
        for (var same : SAME) {
            if (at > 0 && same.contains(word)) {
                return List.copyOf(same);
            }
        }
        return List.of(written);
    }

    private static String within(String word) {
        return word.replaceAll("[^\\p{L}\\p{Mc}\\p{N}]+", "-")
                .replaceAll("^-|-$", "")
                .replace("-", Joint.WITHIN.toString());
    }

    private static boolean startsWithDigit(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }
}
