package org.candour.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report as it is handed in.
 *
 * @param bodySha256 SHA-256 (lower-case hexadecimal) of the bytes the client sent, so that the victim can check the receipt against their own copy
 */
public record Submission(
        Identity identity, Account account, Accused accused, Optional<Exclusions> exclusions, String bodySha256) {
    List<String> forces() {
        return accused.people().stream().map(AccusedPerson::force).toList();
    }

    List<String> excludedBodies() {
        return exclusions.map(Exclusions::bodies).orElse(List.of());
    }

    /** Everyone named: none of them may work on the case. */
    List<String> people() {
        var names = new ArrayList<String>();
        Stream.of(Optional.ofNullable(identity.name()))
                .flatMap(Optional::stream)
                .forEach(names::add);
        Optional.ofNullable(identity.people()).orElse(List.of()).forEach(person -> names.add(person.name()));
        accused.people().stream()
                .flatMap(person -> Optional.ofNullable(person.name()).stream())
                .forEach(names::add);
        names.addAll(exclusions.map(Exclusions::people).orElse(List.of()));
        return names;
    }

    @Override
    public String toString() {
        return "Submission[hidden]";
    }
}
