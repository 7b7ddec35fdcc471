package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proposes what to take out of a text before somebody outside the case team may read it: the known parties in their
 * written forms, and signs of anybody that have a British or international format.
 *
 * <p>It proposes; a person decides. It does not find people whom the file does not name, nor places, schools or workplaces
 * that it does not hold.
 */
public final class Redactor {
    private static final int LONGEST_LABEL = 80;

    private final PhoneFormats phones = new PhoneFormats();

    /**
     * Returns the redactions for {@code text}: in its order, apart from each other, in UTF-16 code units, never splitting
     * a character. Proposing again for the redacted text gives nothing new. Never throws, whatever the text.
     *
     * <p>Names to keep: a whole name in {@code keep}, or one with a police rank, stays with all that is in it. A single
     * word that the accused shares with a known party (a spouse's family name) is proposed and needs review; so is a form
     * that fits both (J Smith). Event dates and police reference numbers stay.
     *
     * @param keep the accused's name, force and collar number, police stations, and whatever else must stay readable
     */
    public List<Redaction> propose(String text, List<KnownParty> parties, Collection<String> keep) {
        var forms = new KnownForms(parties, keep);
        return SecondLook.at(text, some -> proposeOnce(some, forms, parties, keep));
    }

    private List<Redaction> proposeOnce(
            String text, KnownForms forms, List<KnownParty> parties, Collection<String> keep) {
        var normalised = NormalisedText.of(text);
        if (normalised.length() == 0) {
            return List.of();
        }
        var kept = new Kept(normalised.length());
        var candidates = new ArrayList<>(new NameFinder(normalised, forms, kept).find());
        var found = new FormatFindings(normalised);
        candidates.addAll(BirthDates.find(found, parties));
        References.keep(normalised, kept);
        candidates.addAll(formats(found, kept));
        var labels = labelsIn(normalised, parties);
        candidates.removeIf(candidate -> labels.covers(candidate.start(), candidate.end()));
        return new Overlaps(text, normalised, keep).merge(candidates);
    }

    private List<Candidate> formats(FormatFindings found, Kept kept) {
        PlaceFormats.find(found);
        NumberFormats.find(found);
        OnlineFormats.find(found);
        phones.find(found);
        return found.candidates().stream()
                .filter(candidate -> !kept.covers(candidate.start(), candidate.end()))
                .toList();
    }

    /** The labels of an earlier redaction: a party may be called Child, and {@code [child 1]} still stays. */
    private static Kept labelsIn(NormalisedText text, List<KnownParty> parties) {
        var labels = new Kept(text.length());
        if (text.view().indexOf('[') >= 0) {
            var ours = labels(parties);
            for (int at = text.view().indexOf('['); at >= 0; at = text.view().indexOf('[', at + 1)) {
                // Looked for only near by: a thousand open brackets must not each be followed to the end.
                int limit = Math.min(text.length(), at + LONGEST_LABEL);
                int end = text.view().substring(at, limit).indexOf(']') + 1;
                if (end > 0 && ours.contains(text.view().substring(at, at + end))) {
                    labels.add(at, at + end);
                }
            }
        }
        return labels;
    }

    private static Set<String> labels(List<KnownParty> parties) {
        var labels = new HashSet<String>();
        for (var category : Category.values()) {
            labels.add(NormalisedText.fold(category.label()));
            parties.forEach(party -> labels.add(NormalisedText.fold(category.labelFor(party.label()))));
        }
        return labels;
    }
}
