package org.candour.disclosure.redaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.candour.disclosure.redaction.Form.Kind;

/** The forms of everybody the case knows: what to take out, and what to keep. */
final class KnownForms {
    private static final Pattern LIKE_A_SIGN = Pattern.compile("[\\p{N}@/:.]");

    private final FormTrie words = new FormTrie();
    private final FormTrie insideWords = new FormTrie();
    private final Set<Integer> ranked = new HashSet<>();

    KnownForms(List<KnownParty> parties, Collection<String> keep) {
        for (int i = 0; i < parties.size(); i++) {
            add(i, parties.get(i));
        }
        keep.forEach(this::addKeep);
    }

    FormTrie words() {
        return words;
    }

    /** Whole names, to be looked for inside user names. */
    FormTrie insideWords() {
        return insideWords;
    }

    /** Whether the file names this party with a police rank, so that a rank does not tell the accused. */
    boolean isRanked(int party) {
        return ranked.contains(party);
    }

    private void add(int index, KnownParty party) {
        var label = party.label();
        addName(index, label, party.fullName());
        party.furtherNames().forEach(name -> addName(index, label, name));
        party.emailAddresses().forEach(sign -> addSign(index, label, sign, Category.EMAIL));
        party.otherIdentifiers().forEach(sign -> addSign(index, label, sign, categoryOf(sign)));
        for (var number : party.phoneNumbers()) {
            SignForms.ofPhone(number)
                    .forEach(form -> words.add(form, new Form(index, label, Kind.SIGN, Category.PHONE, false)));
            SignForms.ofLocalPart(number)
                    .forEach(form -> words.add(form, new Form(index, label, Kind.SIGN, Category.PHONE, true)));
        }
        for (var address : party.addresses()) {
            AddressForms.of(
                    address,
                    (form, category, needsReview, kind) ->
                            words.add(form, new Form(index, label, kind, category, needsReview)));
        }
    }

    private void addName(int index, String label, String name) {
        boolean isRanked = NameForms.of(
                name,
                (form, kind) -> words.add(form, new Form(index, label, kind, Category.PERSON, false)),
                (form, kind) -> insideWords.add(form, new Form(index, label, kind, Category.ONLINE, false)));
        if (isRanked) {
            ranked.add(index);
        }
    }

    private void addSign(int index, String label, String sign, Category category) {
        SignForms.ofSign(sign).forEach(form -> words.add(form, new Form(index, label, Kind.SIGN, category, false)));
    }

    private void addKeep(String keep) {
        if (LIKE_A_SIGN.matcher(keep).find()) {
            SignForms.ofSign(keep)
                    .forEach(form -> words.add(form, new Form(Form.KEEP, "", Kind.SIGN, Category.PERSON, false)));
        }
        NameForms.of(
                keep,
                (form, kind) -> words.add(form, new Form(Form.KEEP, "", kind, Category.PERSON, false)),
                (form, kind) -> {});
    }

    /** What a sign is by its own form. */
    private static Category categoryOf(String sign) {
        var found = new FormatFindings(NormalisedText.of(sign.strip()));
        PlaceFormats.find(found);
        NumberFormats.find(found);
        OnlineFormats.find(found);
        boolean hasDigit = sign.chars().anyMatch(Character::isDigit);
        return found.candidates().stream()
                .filter(candidate -> candidate.length() == found.view().length())
                .map(Candidate::category)
                .findFirst()
                .orElse(hasDigit ? Category.OTHER_IDENTIFIER : Category.ONLINE);
    }
}
