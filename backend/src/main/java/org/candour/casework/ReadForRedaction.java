package org.candour.casework;

import static java.util.Objects.requireNonNullElse;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candour.access.CaseId;
import org.candour.casework.ownrecord.AdditionsOnFile;
import org.candour.casework.ownrecord.CorrectionView;
import org.candour.casework.ownrecord.SafeChannel;
import org.candour.intake.Accused;
import org.candour.intake.FactDate;
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
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final ReadReport readReport;
    private final AdditionsOnFile additions;

    ReadForRedaction(ReadReport readReport, AdditionsOnFile additions) {
        this.readReport = readReport;
        this.additions = additions;
    }

    /**
     * Reads with what the caller's receipt opens.
     *
     * @throws org.candour.access.NoSuchThing if there is no such report
     */
    public RedactionBasis read(CaseId caseId, Opening opening) {
        var count = additions.count(caseId);
        var report = readReport.read(caseId, opening);
        var channels = Stream.concat(
                        requireNonNullElse(report.identity().contacts(), List.<SafeContact>of()).stream()
                                .map(SafeChannel::of),
                        additions.channels(caseId, opening).stream())
                .toList();
        return new RedactionBasis(
                report.account().whatHappened() + added(additions.corrections(caseId, opening)),
                count,
                victim(report.identity(), channels),
                others(report.identity()),
                accused(report.accused()),
                inWords(report.account().happened()));
    }

    /** See {@link RedactionBasis#additions}. */
    public int additions(CaseId caseId) {
        return additions.count(caseId);
    }

    private static String added(List<CorrectionView> corrections) {
        return corrections.stream()
                .map(one -> "\n\nAdded on " + DAY.format(one.recordedAt()) + ":\n" + one.text())
                .collect(Collectors.joining());
    }

    private static RedactionBasis.Person victim(Identity identity, List<SafeChannel> channels) {
        return new RedactionBasis.Person(
                Optional.ofNullable(identity.name()),
                requireNonNullElse(identity.otherNames(), List.of()),
                Optional.ofNullable(identity.dateOfBirth()),
                addresses(channels, Channel.EMAIL).toList(),
                addresses(channels, Channel.PHONE).toList(),
                Stream.concat(
                                requireNonNullElse(identity.addresses(), List.<String>of()).stream(),
                                addresses(channels, Channel.POST))
                        .distinct()
                        .toList());
    }

    private static Stream<String> addresses(List<SafeChannel> channels, Channel kind) {
        return channels.stream()
                .filter(channel -> channel.channel() == kind)
                .map(SafeChannel::address)
                .distinct();
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

    private static String inWords(FactDate happened) {
        return switch (happened.precision()) {
            case EXACT -> String.valueOf(happened.from());
            case RANGE -> happened.from() + " to " + happened.to();
            case UNKNOWN -> "UNKNOWN";
        };
    }
}
