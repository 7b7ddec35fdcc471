package org.candour.casework;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candour.access.CaseId;
import org.candour.intake.Accused;
import org.candour.intake.Happened;
import org.candour.intake.Identity;
import org.candour.intake.NamedPerson;
import org.candour.intake.ReadReport;
import org.candour.intake.SafeContact;
import org.candour.intake.SafeContact.Channel;
import org.candour.vault.Opening;
import org.springframework.stereotype.Component;

/** Lets {@code disclosure}, once admitted, read what a redacted copy is made from. */
@Component
public class ReadForRedaction {
    private final ReadReport readReport;

    ReadForRedaction(ReadReport readReport) {
        this.readReport = readReport;
    }

    /**
     * Reads with what the caller's receipt opens.
     *
     * @throws org.candour.access.NoSuchThing if there is no such report
     */
    public RedactionBasis read(CaseId caseId, Opening opening) {
        var report = readReport.read(caseId, opening);
        return new RedactionBasis(
                report.account().whatHappened(),
                victim(report.identity()),
                others(report.identity()),
                accused(report.accused()),
                inWords(report.account().happened()));
    }

    private static RedactionBasis.Person victim(Identity identity) {
        return new RedactionBasis.Person(
                Optional.ofNullable(identity.name()),
                requireNonNullElse(identity.otherNames(), List.of()),
                Optional.ofNullable(identity.dateOfBirth()),
                addresses(identity, Set.of(Channel.EMAIL)).toList(),
                addresses(identity, Set.of(Channel.PHONE)).toList(),
                Stream.concat(
                                requireNonNullElse(identity.addresses(), List.<String>of()).stream(),
                                addresses(identity, Set.of(Channel.POST)))
                        .toList());
    }

    private static Stream<String> addresses(Identity identity, Set<Channel> channels) {
        return requireNonNullElse(identity.contacts(), List.<SafeContact>of()).stream()
                .filter(contact -> channels.contains(contact.channel()))
                .map(SafeContact::address);
    }

    private static List<RedactionBasis.OtherPerson> others(Identity identity) {
        return requireNonNullElse(identity.people(), List.<NamedPerson>of()).stream()
                .map(person -> new RedactionBasis.OtherPerson(person.relation().name(), person.name()))
                .toList();
    }

    private static List<RedactionBasis.AccusedOfficer> accused(Accused accused) {
        return accused.people().stream()
                .map(person -> new RedactionBasis.AccusedOfficer(
                        Optional.ofNullable(person.name()), person.force(), Optional.ofNullable(person.collarNumber())))
                .toList();
    }

    private static String inWords(Happened happened) {
        return switch (happened.precision()) {
            case EXACT -> String.valueOf(happened.from());
            case RANGE -> happened.from() + " to " + happened.to();
            case UNKNOWN -> "UNKNOWN";
        };
    }
}
