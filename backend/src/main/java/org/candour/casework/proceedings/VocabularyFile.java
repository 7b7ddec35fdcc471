package org.candour.casework.proceedings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candour.access.RuleFields;
import org.candour.access.RuleNode;
import org.jspecify.annotations.Nullable;

/** Reads {@code outcomes.yml}: every code that may be told of an allegation, with its scheme. */
final class VocabularyFile {
    private static final Set<String> SCHEME = Set.of("id", "kind", "source", "verified", "effective-from", "codes");
    private static final Set<String> SCHEME_MAY = Set.of("effective-to", "track", "dated-by", "decided-by");
    private static final Set<String> CODE = Set.of("code", "words");
    private static final Set<String> CODE_MAY =
            Set.of("leads-to", "not-to-act", "review", "victims-position", "criminal", "referral", "pursuit");

    private final Set<String> ids = new HashSet<>();
    private final Map<DecisionMaker, LocalDate> reviewsBegan = new EnumMap<>(DecisionMaker.class);

    private VocabularyFile() {}

    /**
     * Reads all schemes.
     *
     * @throws org.candour.access.RuleFileRejected if the file is missing or anything in it is not as it should be
     */
    static Vocabulary read(Path file) {
        var reading = new VocabularyFile();
        var schemes = new ArrayList<Scheme>();
        for (var node : RuleNode.list(file, "schemes")) {
            schemes.add(reading.scheme(node));
        }
        return new Vocabulary(schemes, reading.reviewsBegan);
    }

    private Scheme scheme(RuleNode node) {
        var fields = node.fields("a scheme", SCHEME, SCHEME_MAY);
        var id = fields.required("id");
        checkId(id);
        if (!ids.add(id.text())) {
            throw id.rejected("another scheme has this id");
        }
        var kind = fields.required("kind").oneOf(Scheme.Kind.class, "kind");
        var track = track(fields, kind);
        var origin = fields.origin();
        if (kind == Scheme.Kind.REVIEWS) {
            deciders(fields).forEach(decider -> reviewsBegan.put(decider, origin.from()));
        }
        return new Scheme(
                id.text(),
                kind,
                track,
                fields.optional("dated-by")
                        .map(day -> day.oneOf(Scheme.DatedBy.class, "dated-by"))
                        .orElse(Scheme.DatedBy.NOTHING),
                origin.source(),
                origin.verified(),
                origin.from(),
                origin.to().orElse(null),
                codes(fields.required("codes"), kind, track));
    }

    private static @Nullable Track track(RuleFields fields, Scheme.Kind kind) {
        var track = fields.optional("track");
        if (track.isPresent() != (kind == Scheme.Kind.OUTCOMES)) {
            throw fields.owner().rejected("outcomes, and nothing else, are given on a track");
        }
        return track.map(node -> node.oneOf(Track.class, "track")).orElse(null);
    }

    private static List<DecisionMaker> deciders(RuleFields fields) {
        return fields
                .optional("decided-by")
                .orElseThrow(() -> fields.owner().rejected("field decided-by is missing"))
                .items("decided-by")
                .stream()
                .map(node -> node.oneOf(DecisionMaker.class, "decided-by"))
                .toList();
    }

    private static List<Scheme.Entry> codes(RuleNode list, Scheme.Kind kind, @Nullable Track track) {
        var codes = new ArrayList<Scheme.Entry>();
        var seen = new HashSet<String>();
        for (var node : list.items("codes")) {
            var fields = node.fields("a code", CODE, CODE_MAY);
            var code = fields.required("code");
            checkCode(code);
            if (!seen.add(code.text())) {
                throw code.rejected("another code of this scheme is written so");
            }
            codes.add(entry(fields, code.text(), kind, track));
        }
        return codes;
    }

    private static Scheme.Entry entry(RuleFields fields, String code, Scheme.Kind kind, @Nullable Track track) {
        var leadsTo = fields.optional("leads-to").map(node -> node.oneOf(Step.class, "leads-to"));
        if (leadsTo.isPresent() != (kind == Scheme.Kind.OUTCOMES)) {
            throw fields.owner().rejected("an outcome, and nothing else, leads to a step");
        }
        if (leadsTo.filter(step -> step.track() != track).isPresent()) {
            throw fields.owner().rejected("the step is one of another track");
        }
        return new Scheme.Entry(
                code,
                fields.required("words").text(),
                leadsTo.orElse(null),
                truth(fields, "not-to-act"),
                fields.optional("review")
                        .map(node -> node.oneOf(Scheme.Review.class, "review"))
                        .orElse(Scheme.Review.NONE),
                truth(fields, "victims-position"),
                truth(fields, "criminal"),
                referral(fields, kind),
                truth(fields, "pursuit"));
    }

    private static @Nullable ScreeningQuestion referral(RuleFields fields, Scheme.Kind kind) {
        var referral = fields.optional("referral");
        if (referral.isPresent() && kind != Scheme.Kind.CATEGORIES) {
            throw fields.owner().rejected("a category, and nothing else, asks for a referral");
        }
        return referral.map(node -> {
                    var ground = node.oneOf(ScreeningQuestion.class, "referral");
                    if (ground.part() != ScreeningQuestion.Part.MANDATORY_GROUND) {
                        throw node.rejected("referral is no ground of a mandatory referral");
                    }
                    return ground;
                })
                .orElse(null);
    }

    private static boolean truth(RuleFields fields, String name) {
        return fields.optional(name).map(node -> node.truth(name)).orElse(false);
    }

    private static void checkId(RuleNode id) {
        if (!id.text().matches("[a-z0-9][a-z0-9-]{0,63}") || id.text().equals(Code.UNKNOWN.scheme())) {
            throw id.rejected("id: lower-case letters, digits and hyphens, at most 64, and not unknown");
        }
    }

    private static void checkCode(RuleNode code) {
        if (!code.text().matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
            throw code.rejected("code: letters, digits and hyphens, at most 64");
        }
    }
}
