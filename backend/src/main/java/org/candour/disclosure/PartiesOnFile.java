package org.candour.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.casework.RedactionBasis;
import org.candour.disclosure.redaction.KnownParty;

/** Turns the people of a case file into what the redactor looks for, and what it must leave. */
final class PartiesOnFile {
    private PartiesOnFile() {}

    static List<KnownParty> hidden(RedactionBasis basis) {
        var parties = new ArrayList<KnownParty>();
        parties.add(victim(basis.victim()));
        var numbers = new HashMap<String, Integer>();
        for (var other : basis.others()) {
            var kind = other.relation().toLowerCase(Locale.ROOT);
            var number = numbers.merge(kind, 1, Integer::sum);
            parties.add(KnownParty.named("[" + kind + " " + number + "]", other.name()));
        }
        return parties;
    }

    private static KnownParty victim(RedactionBasis.Person victim) {
        return new KnownParty(
                "[victim]",
                victim.name().orElse(""),
                victim.otherNames(),
                victim.dateOfBirth(),
                victim.emails(),
                victim.phones(),
                victim.addresses(),
                List.of());
    }

    /** Whom and what an investigator must be able to recognise. */
    static List<String> kept(RedactionBasis basis) {
        return basis.accused().stream()
                .flatMap(accused -> Stream.of(accused.name(), Optional.of(accused.force()), accused.collarNumber()))
                .flatMap(Optional::stream)
                .toList();
    }
}
