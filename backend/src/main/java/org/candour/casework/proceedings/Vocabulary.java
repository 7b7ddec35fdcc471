package org.candour.casework.proceedings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schemes of the rule file. */
public class Vocabulary {
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();

    Vocabulary(List<Scheme> schemes) {
        schemes.forEach(scheme -> this.schemes.put(scheme.id(), scheme));
    }

    /** Every scheme, in the order of the file. */
    public List<Scheme> all() {
        return List.copyOf(schemes.values());
    }

    /** What a code means, unless somebody has taken it out of the file. */
    Optional<Scheme.Entry> find(Code code) {
        return Optional.ofNullable(schemes.get(code.scheme())).flatMap(scheme -> scheme.find(code.code()));
    }

    /**
     * What a code means.
     *
     * @throws FactRefused naming the schemes of that kind, or the codes of the scheme, if there is no such code
     */
    Scheme.Entry require(Code code, Scheme.Kind kind, String field) {
        return scheme(code, kind, field)
                .find(code.code())
                .orElseThrow(() -> new FactRefused(
                        field,
                        FactRefused.Rule.NOT_KNOWN,
                        scheme(code, kind, field).codes().stream()
                                .map(Scheme.Entry::code)
                                .toList()));
    }

    /** The scheme of a code, if it is of that kind. */
    Scheme scheme(Code code, Scheme.Kind kind, String field) {
        return Optional.ofNullable(schemes.get(code.scheme()))
                .filter(scheme -> scheme.kind() == kind)
                .orElseThrow(() -> new FactRefused(
                        field,
                        FactRefused.Rule.NOT_KNOWN,
                        schemes.values().stream()
                                .filter(scheme -> scheme.kind() == kind)
                                .map(Scheme::id)
                                .toList()));
    }

    /** The schemes of outcomes on a track. */
    List<Scheme> outcomesOn(Track track) {
        return schemes.values().stream()
                .filter(scheme -> scheme.track() == track)
                .toList();
    }
}
