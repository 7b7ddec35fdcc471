package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candour.disclosure.redaction.Form.Kind;
import org.candour.disclosure.redaction.NameContext.Verdict;

/** Finds known parties' forms in one text and settles them against what is kept. */
final class NameFinder {
    private static final int LONGEST_USER_NAME = 64;

    private final NormalisedText text;
    private final KnownForms forms;
    private final Kept kept;
    private final NameContext context;
    private final Map<Stretch, Found> stretches = new LinkedHashMap<>();

    private record Stretch(int start, int end) {}

    /** All that one stretch may mean. */
    private static final class Found {
        private final Set<String> labels = new LinkedHashSet<>();
        private Category category = Category.PERSON;
        private boolean needsReview = true;
        private boolean isRanked;
        private boolean isName;
        private boolean endsWithInitial;
    }

    NameFinder(NormalisedText text, KnownForms forms, Kept kept) {
        this.text = text;
        this.forms = forms;
        this.kept = kept;
        this.context = new NameContext(text);
    }

    /** What to take out; as a side effect, {@code kept} learns what stays. */
    List<Candidate> find() {
        forms.words().find(text, this::hit);
        forms.insideWords().findInside(text, this::insideWord);
        var candidates = new ArrayList<Candidate>();
        stretches.forEach((stretch, found) -> {
            boolean isKept = kept.isInside(stretch.start(), stretch.end());
            boolean isShared = kept.isShared(stretch.start(), stretch.end());
            if (!isKept || (found.isRanked && isShared)) {
                candidates.add(candidate(stretch, found, isShared));
            }
        });
        return candidates;
    }

    private void hit(Form form, int start, int end) {
        var verdict = context.judge(form.kind(), start, end);
        if (form.isKeep()) {
            if (verdict != Verdict.LEAVE || form.kind() == Kind.ONE_WORD) {
                keep(form, start, end);
            }
        } else if (verdict != Verdict.LEAVE) {
            add(form, start, end, form.needsReview() || verdict == Verdict.REVIEW);
        }
    }

    private void add(Form form, int start, int end, boolean needsReview) {
        var found = stretches.computeIfAbsent(new Stretch(start, end), stretch -> new Found());
        if (found.labels.isEmpty() || (found.needsReview && !needsReview)) {
            found.category = form.category();
        }
        found.labels.add(form.label());
        found.needsReview &= needsReview;
        found.isName |= form.category() == Category.PERSON;
        found.isRanked |= forms.isRanked(form.party());
        found.endsWithInitial |= switch (form.kind()) {
            case ENDS_WITH_INITIAL, DOTTED_INITIALS -> true;
            case WHOLE, ONE_WORD, PLAIN_INITIALS, SIGN -> false;
        };
    }

    /** {@code annaoconnor90}: the whole name inside a user name. Across spaces it would be somebody else's name. */
    private void insideWord(Form form, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isUserName(i)) {
                return;
            }
        }
        int first = start;
        while (first > 0 && start - first < LONGEST_USER_NAME && isUserName(first - 1)) {
            first--;
        }
        int last = end;
        while (last < text.length() && last - end < LONGEST_USER_NAME && isUserName(last)) {
            last++;
        }
        // "Anna.OConnor" alone is a name, found as one.
        if (first < start || last > end) {
            while (last > end && !text.isWord(last - 1)) {
                last--;
            }
            add(form, first, last, false);
        }
    }

    private boolean isUserName(int i) {
        return text.isWord(i) || text.at(i) == '.' || text.at(i) == '_' || text.at(i) == '-';
    }

    private void keep(Form form, int start, int end) {
        int begin = context.rankStart(start);
        kept.addShareable(start, end);
        if (begin < start) {
            kept.add(begin, end);
        } else if (form.kind() != Kind.ONE_WORD) {
            kept.add(start, end);
        }
    }

    private Candidate candidate(Stretch stretch, Found found, boolean isShared) {
        boolean isAmbiguous = found.labels.size() > 1;
        if (!found.isName) {
            boolean isPhone = found.category == Category.PHONE;
            int start =
                    isPhone ? PhoneFormats.withOpening(text.view(), stretch.start(), stretch.end()) : stretch.start();
            return new Candidate(
                    start, stretch.end(), found.category, List.copyOf(found.labels), found.needsReview || isShared);
        }
        int start = context.titleStart(stretch.start());
        int end = stretch.end();
        boolean hasTitle = start < stretch.start();
        if (found.endsWithInitial && end < text.length() && text.at(end) == '.') {
            end++;
        }
        boolean needsReview = isShared || isAmbiguous || (found.needsReview && !hasTitle);
        return withAttached(new Candidate(start, end, found.category, List.copyOf(found.labels), needsReview));
    }

    /** {@code anna90}, {@code anna_x}: digits and underscores at a name make it a user name, taken whole. */
    private Candidate withAttached(Candidate name) {
        int start = name.start();
        int end = name.end();
        if (start > 0 && isGlue(start - 1)) {
            while (start > 0 && name.start() - start < LONGEST_USER_NAME && isInUserName(start - 1)) {
                start--;
            }
        }
        if (end < text.length() && isGlue(end)) {
            while (end < text.length() && end - name.end() < LONGEST_USER_NAME && isInUserName(end)) {
                end++;
            }
        }
        boolean isAlone = start == name.start() && end == name.end();
        return isAlone ? name : new Candidate(start, end, Category.ONLINE, name.labels(), name.needsReview());
    }

    private boolean isInUserName(int i) {
        return text.isWord(i) || text.at(i) == '_';
    }

    private boolean isGlue(int i) {
        return text.isDigit(i) || text.at(i) == '_';
    }
}
