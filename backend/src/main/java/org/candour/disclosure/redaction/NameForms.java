package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.candour.disclosure.redaction.Form.Kind;

/** All the ways in which people write one name. */
final class NameForms {
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "el", "al",
            "bin", "ibn", "bint", "ap", "ab", "ben", "ter", "ten", "zu", "zur", "st", "and", "of", "the");
    private static final Pattern WORD_BREAK = Pattern.compile("[ \n,]+");
    private static final Pattern PART_BREAK = Pattern.compile("[^\\p{L}\\p{Mc}\\p{N}]+");
    /** Squeezed together and shorter than this, a name is too easily a piece of a word. */
    private static final int SHORTEST_SQUEEZED = 7;

    private static final int SHORTEST_AFTER_APOSTROPHE = 4;
    /** More words than this before the family name are found singly, not in every combination. */
    private static final int MOST_GIVEN = 5;

    private final List<Word> words = new ArrayList<>();
    private final BiConsumer<String, Kind> forms;
    private final BiConsumer<String, Kind> inside;

    private record Word(String folded, List<String> parts) {
        String squeezed() {
            return String.join("", parts);
        }

        String written() {
            return String.join(Joint.WITHIN.toString(), parts);
        }

        boolean isParticle() {
            return PARTICLES.contains(squeezed());
        }
    }

    private NameForms(BiConsumer<String, Kind> forms, BiConsumer<String, Kind> inside) {
        this.forms = forms;
        this.inside = inside;
    }

    /**
     * Hands every form of {@code name} to {@code forms}, and those to be looked for inside longer words to {@code inside}.
     *
     * @return whether the name is given with a police rank
     */
    static boolean of(String name, BiConsumer<String, Kind> forms, BiConsumer<String, Kind> inside) {
        var result = new NameForms(forms, inside);
        boolean isRanked = result.split(NormalisedText.fold(name));
        result.addAll(result.words);
        for (var spelling : Spellings.ofUmlauts(name)) {
            var other = new NameForms(forms, inside);
            other.split(spelling);
            other.addAll(other.words);
        }
        return isRanked;
    }

    private boolean split(String folded) {
        boolean isRanked = false;
        for (var word : WORD_BREAK.split(folded, -1)) {
            var parts = new ArrayList<>(List.of(PART_BREAK.split(word, -1)));
            parts.removeIf(String::isEmpty);
            if (parts.isEmpty()) {
                continue;
            }
            var added = new Word(word, List.copyOf(parts));
            if (words.isEmpty() && Titles.isTitle(added.squeezed())) {
                isRanked |= Titles.isRank(added.squeezed());
            } else {
                words.add(added);
            }
        }
        return isRanked;
    }

    private void addAll(List<Word> all) {
        for (var word : all) {
            addSingle(word);
        }
        if (all.size() < 2) {
            return;
        }
        int family = familyStart(all);
        var familyName = join(all.subList(family, all.size()));
        if (all.size() - family > 1) {
            forms.accept(familyName, Kind.WHOLE);
        }
        var given = all.subList(0, Math.min(family, MOST_GIVEN));
        addWithFamily(given, familyName, all.get(family));
        addInitials(given, all.get(family));
    }

    private void addSingle(Word word) {
        if (word.squeezed().length() < 2 || word.isParticle()) {
            return;
        }
        for (var written : Spellings.ofMac(word.squeezed(), word.written())) {
            forms.accept(written, Kind.ONE_WORD);
        }
        boolean hasApostrophe = word.folded().indexOf('\'') > 0;
        for (var part : word.parts()) {
            int shortest = hasApostrophe ? SHORTEST_AFTER_APOSTROPHE : 2;
            if (word.parts().size() > 1 && part.length() >= shortest && !PARTICLES.contains(part)) {
                forms.accept(part, Kind.ONE_WORD);
            }
        }
    }

    private static int familyStart(List<Word> all) {
        for (int i = 1; i < all.size() - 1; i++) {
            if (all.get(i).isParticle()) {
                return i;
            }
        }
        return all.size() - 1;
    }

    private static String join(List<Word> some) {
        var joined = new StringBuilder();
        for (var word : some) {
            joined.append(joined.isEmpty() ? "" : Joint.BETWEEN).append(word.written());
        }
        return joined.toString();
    }

    /** Each given name in full, as an initial or left out, before and after the family name. */
    private void addWithFamily(List<Word> given, String familyName, Word familyWord) {
        var familyInitials = initialsOf(familyWord);
        for (var chosen : choices(given)) {
            boolean isSqueezable =
                    !chosen.endsWithInitial() && letters(chosen.written()) + letters(familyName) >= SHORTEST_SQUEEZED;
            var gap = isSqueezable ? Joint.BETWEEN : Joint.APART;
            forms.accept(chosen.written() + gap + familyName, Kind.WHOLE);
            forms.accept(
                    familyName + Joint.REVERSED + chosen.written(),
                    chosen.endsWithInitial() ? Kind.ENDS_WITH_INITIAL : Kind.WHOLE);
            if (!chosen.hasInitial()) {
                familyInitials.forEach(
                        initial -> forms.accept(chosen.written() + Joint.APART + initial, Kind.ENDS_WITH_INITIAL));
            }
            if (isSqueezable && !chosen.hasInitial()) {
                inside.accept(chosen.written() + Joint.BETWEEN + familyName, Kind.WHOLE);
                inside.accept(familyName + Joint.BETWEEN + chosen.written(), Kind.WHOLE);
            }
        }
    }

    private record Choice(String written, boolean hasInitial, boolean endsWithInitial) {
        static final Choice NOTHING = new Choice("", false, false);

        Choice full(Word word) {
            var gap = endsWithInitial ? Joint.APART : Joint.BETWEEN;
            return new Choice(written + (written.isEmpty() ? "" : gap) + word.written(), hasInitial, false);
        }

        Choice initial(String initial) {
            var gap = endsWithInitial ? Joint.BETWEEN : Joint.APART;
            return new Choice(written + (written.isEmpty() ? "" : gap) + initial, true, true);
        }
    }

    private static List<Choice> choices(List<Word> given) {
        var choices = List.of(Choice.NOTHING);
        for (var word : given) {
            var longer = new ArrayList<Choice>(choices);
            for (var choice : choices) {
                if (word.squeezed().length() > 1) {
                    longer.add(choice.full(word));
                }
                initialsOf(word).forEach(initial -> longer.add(choice.initial(initial)));
            }
            choices = longer;
        }
        return choices.stream().filter(choice -> !choice.written().isEmpty()).toList();
    }

    /** {@code A} for Anna; {@code A} and {@code A-M} for Anna-Maria; {@code O} and {@code O'C} for O'Connor. */
    private static List<String> initialsOf(Word word) {
        var first = capital(word.squeezed());
        if (first.isEmpty() || word.parts().size() == 1) {
            return first.isEmpty() ? List.of() : List.of(first);
        }
        var all = new ArrayList<String>();
        word.parts().forEach(part -> all.add(capital(part)));
        return all.contains("") ? List.of(first) : List.of(first, String.join(Joint.BETWEEN.toString(), all));
    }

    private static String capital(String word) {
        char upper = Character.toUpperCase(word.charAt(0));
        return upper == word.charAt(0) ? "" : String.valueOf(upper);
    }

    private void addInitials(List<Word> given, Word family) {
        var initials = new ArrayList<String>();
        given.forEach(word -> initials.add(capital(word.squeezed())));
        initials.add(capital(family.squeezed()));
        if (initials.contains("")) {
            return;
        }
        var byParts = new ArrayList<String>();
        given.forEach(word -> word.parts().forEach(part -> byParts.add(capital(part))));
        byParts.add(initials.get(initials.size() - 1));
        var firstByParts = new ArrayList<String>();
        given.get(0).parts().forEach(part -> firstByParts.add(capital(part)));
        firstByParts.add(initials.get(initials.size() - 1));
        var firstAndLast = List.of(initials.get(0), initials.get(initials.size() - 1));
        // The tree keeps equal ones once.
        List.of(initials, byParts, firstByParts, firstAndLast).forEach(this::addInitials);
    }

    private void addInitials(List<String> initials) {
        forms.accept(String.join(Joint.APART.toString(), initials), Kind.DOTTED_INITIALS);
        forms.accept(String.join("", initials), Kind.PLAIN_INITIALS);
    }

    private static int letters(String written) {
        return (int) written.chars().filter(c -> !Joint.isSymbol((char) c)).count();
    }
}
