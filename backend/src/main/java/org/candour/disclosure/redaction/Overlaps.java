package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes one list of redactions out of what the rules want.
 *
 * <ol>
 *   <li>What overlaps becomes one redaction over all of it. The longest decides category and label; among equals the one
 *       that is sure. A known party's label wins over none.
 *   <li>Names of one person with only white space, hyphens or one unknown middle name between them become one.
 *   <li>Parts of one party's address, with its postcode, become one; it is sure if one of its parts is.
 * </ol>
 */
final class Overlaps {
    private static final Pattern NAME_GAP = Pattern.compile("[\\s\\p{Z}-]{0,3}");
    private static final Pattern MIDDLE_NAME =
            Pattern.compile("[\\s\\p{Z}]{1,3}\\p{Lu}[\\p{Ll}\\p{M}'’-]{0,20}\\.?[\\s\\p{Z}]{1,3}");
    private static final Pattern ADDRESS_GAP = Pattern.compile("[\\s\\p{Z}]{0,3}[,.;]?[\\s\\p{Z}]{0,3}");
    private static final int LONGEST_GAP = 28;

    private final String original;
    private final NormalisedText text;
    private final Set<String> keptWords = new HashSet<>();

    /** A candidate in the original's offsets. */
    private record Piece(int start, int end, Category category, List<String> labels, boolean needsReview) {
        boolean mayBe(Piece other) {
            return !labels.isEmpty()
                    && !other.labels.isEmpty()
                    && labels.stream().anyMatch(other.labels::contains);
        }

        Redaction redaction() {
            var label = labels.isEmpty() ? category.label() : category.labelFor(labels.get(0));
            return new Redaction(start, end, category, label, needsReview);
        }
    }

    Overlaps(String original, NormalisedText text, Collection<String> keep) {
        this.original = original;
        this.text = text;
        keep.forEach(kept -> keptWords.addAll(List.of(NormalisedText.fold(kept).split(" ", -1))));
    }

    List<Redaction> merge(List<Candidate> candidates) {
        var pieces = candidates.stream()
                .map(candidate -> new Piece(
                        text.originalStart(candidate.start()),
                        text.originalEnd(candidate.end()),
                        candidate.category(),
                        candidate.labels(),
                        candidate.needsReview()))
                .sorted(Comparator.comparingInt(Piece::start).thenComparing(Piece::end, Comparator.reverseOrder()))
                .toList();
        return joinNeighbours(joinOverlapping(pieces)).stream()
                .map(Piece::redaction)
                .toList();
    }

    private static List<Piece> joinOverlapping(List<Piece> sorted) {
        var joined = new ArrayList<Piece>();
        var group = new ArrayList<Piece>();
        int end = 0;
        for (var piece : sorted) {
            if (!group.isEmpty() && piece.start() >= end) {
                joined.add(over(group, end));
                group.clear();
            }
            group.add(piece);
            end = Math.max(end, piece.end());
        }
        if (!group.isEmpty()) {
            joined.add(over(group, end));
        }
        return joined;
    }

    private static Piece over(List<Piece> group, int end) {
        int start = group.get(0).start();
        var best = group.stream()
                .max(Comparator.<Piece>comparingInt(piece -> piece.end() - piece.start())
                        .thenComparing(piece -> !piece.needsReview())
                        .thenComparing(piece -> !piece.labels().isEmpty()))
                .orElseThrow();
        var labels = best.labels();
        if (labels.isEmpty()) {
            labels = group.stream()
                    .map(Piece::labels)
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(labels);
        }
        boolean isWhole = best.start() == start && best.end() == end;
        boolean needsReview = isWhole ? best.needsReview() : group.stream().anyMatch(Piece::needsReview);
        return new Piece(start, end, best.category(), labels, needsReview);
    }

    private List<Piece> joinNeighbours(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            int last = joined.size() - 1;
            var both = last < 0 ? Optional.<Piece>empty() : join(joined.get(last), piece);
            both.ifPresentOrElse(one -> joined.set(last, one), () -> joined.add(piece));
        }
        return joined;
    }

    /** Both as one, if they belong together. */
    private Optional<Piece> join(Piece first, Piece second) {
        if (second.start() - first.end() > LONGEST_GAP) {
            return Optional.empty();
        }
        var gap = original.substring(first.end(), second.start());
        if (first.category() == Category.PERSON && second.category() == Category.PERSON && first.mayBe(second)) {
            if (NAME_GAP.matcher(gap).matches()) {
                return Optional.of(over(first, second, Category.PERSON, first.needsReview() && second.needsReview()));
            }
            if (MIDDLE_NAME.matcher(gap).matches() && !isSomethingElse(gap)) {
                return Optional.of(over(first, second, Category.PERSON, true));
            }
        }
        boolean isAddress = first.category() == Category.ADDRESS && isOfAddress(second) && isSameHome(first, second);
        if (isAddress && ADDRESS_GAP.matcher(gap).matches()) {
            return Optional.of(over(first, second, Category.ADDRESS, first.needsReview() && second.needsReview()));
        }
        return Optional.empty();
    }

    private static boolean isOfAddress(Piece piece) {
        return piece.category() == Category.ADDRESS || piece.category() == Category.POSTCODE;
    }

    private static boolean isSameHome(Piece first, Piece second) {
        return first.mayBe(second) || second.labels().isEmpty();
    }

    private static Piece over(Piece first, Piece second, Category category, boolean needsReview) {
        // Where one could be several people, the other tells which.
        var labels = first.labels().stream().filter(second.labels()::contains).toList();
        return new Piece(
                first.start(), second.end(), category, labels.isEmpty() ? first.labels() : labels, needsReview);
    }

    // A title or the accused's name between two names of the same person is no middle name.
    private boolean isSomethingElse(String gap) {
        var word = NormalisedText.fold(gap).strip().replace(".", "");
        return Titles.isTitle(word) || keptWords.contains(word);
    }
}
