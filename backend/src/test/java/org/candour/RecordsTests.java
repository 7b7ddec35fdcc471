package org.candour;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.ActorId;
import org.candour.access.BodyId;
import org.candour.vault.Sealed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No record that holds what somebody told us shows it where it is logged. */
class RecordsTests {
    private static final String CANARY = "canary";
    private static final LocalDate CANARY_DAY = LocalDate.of(1987, 6, 5);

    /** What may be shown, and why: nothing in these is a victim's, an accused's or anybody's name. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("org.candour.access.Body", "the public list of organisations"),
            Map.entry("org.candour.access.BodyId", "the public list of organisations"),
            Map.entry("org.candour.access.StaffMember", "a pseudonym"),
            Map.entry("org.candour.access.Gate$Attempt", "pseudonym, ids and the commitment that the ledger shows"),
            Map.entry("org.candour.access.Grant", "pseudonyms and a term"),
            Map.entry("org.candour.access.Facts", "the reference, which says nothing, codes and dates"),
            Map.entry("org.candour.access.CaseLists$Line", "the reference, which says nothing, codes and dates"),
            Map.entry(
                    "org.candour.access.CaseRegister$Described", "the reference, which says nothing, codes and dates"),
            Map.entry("org.candour.access.Assignment", "pseudonyms, codes and dates"),
            Map.entry("org.candour.access.AssignmentMove", "a pseudonym, a code and a date"),
            Map.entry("org.candour.access.AssignmentView", "pseudonyms, codes and dates"),
            Map.entry("org.candour.access.People", "pseudonyms, codes and dates"),
            Map.entry("org.candour.access.WaitingCase", "the reference, which says nothing, codes and dates"),
            Map.entry("org.candour.access.CaseLists$Asked", "the reference, which says nothing, codes and dates"),
            Map.entry(
                    "org.candour.access.ViewConflictRefusals$ConflictRefusal", "role, body and act, as on the ledger"),
            Map.entry("org.candour.access.Workload", "a pseudonym and numbers"),
            Map.entry("org.candour.access.Workloads$Advocate", "a pseudonym"),
            Map.entry("org.candour.access.Workloads$Count", "a pseudonym and numbers"),
            Map.entry("org.candour.access.KeycloakSettings", "addresses of our own"),
            Map.entry("org.candour.access.AccessSettings", "a path"),
            Map.entry("org.candour.casework.AccessLogEntry", "role, body, act and purpose, as on the ledger"),
            Map.entry("org.candour.casework.Progress", "the reference, which says nothing"),
            Map.entry("org.candour.casework.chronology.Alarm", "codes, ids and pseudonyms; its reasons are sealed"),
            Map.entry("org.candour.casework.chronology.Alarm$Event", "a code, ids and a pseudonym"),
            Map.entry("org.candour.casework.chronology.Entry", "codes, ids and a pseudonym; its words are sealed"),
            Map.entry("org.candour.casework.chronology.EntryVersion", "an id"),
            Map.entry("org.candour.casework.Note", "an id and a pseudonym; its text is sealed"),
            Map.entry("org.candour.casework.timers.Expectation", "the words of a rule, and dates"),
            Map.entry("org.candour.casework.timers.Pause", "two days"),
            Map.entry("org.candour.casework.timers.Pauses", "days"),
            Map.entry("org.candour.casework.timers.RightsClock", "codes, ids and dates"),
            Map.entry("org.candour.casework.timers.Rule", "the name of a rule"),
            Map.entry("org.candour.casework.timers.RuleVersion", "the name of a rule"),
            Map.entry("org.candour.casework.timers.Timer", "codes, ids and dates"),
            Map.entry("org.candour.casework.timers.TimerSettings", "a path"),
            Map.entry("org.candour.casework.timers.TimerView", "codes, ids, dates and the words of a rule"),
            Map.entry("org.candour.casework.proceedings.Alarm", "codes and ids"),
            Map.entry("org.candour.casework.proceedings.AlarmClosing", "an id; its reason is sealed"),
            Map.entry("org.candour.casework.proceedings.AllegationVersion", "an id; its words are sealed"),
            Map.entry("org.candour.casework.proceedings.AllegationView$TrackStanding", "codes of the rule file"),
            Map.entry("org.candour.casework.proceedings.Code", "codes of the rule file"),
            Map.entry("org.candour.casework.proceedings.ProceedingsSettings", "a path"),
            Map.entry("org.candour.casework.proceedings.Scheme", "what the rule file says"),
            Map.entry("org.candour.casework.proceedings.Scheme$Entry", "what the rule file says"),
            Map.entry("org.candour.casework.proceedings.Task", "an id"),
            Map.entry("org.candour.casework.proceedings.TaskChange", "an id; its words are sealed"),
            Map.entry("org.candour.casework.proceedings.TaskList", "ids"),
            Map.entry("org.candour.casework.proceedings.CaseBreaches", "codes, ids and dates"),
            Map.entry("org.candour.casework.proceedings.CaseBreaches$Breach", "codes and dates"),
            Map.entry("org.candour.casework.proceedings.CaseTimers", "codes, ids, dates and the words of rules"),
            Map.entry("org.candour.casework.proceedings.ProceedingsRegister$Late", "codes, ids and dates"),
            Map.entry("org.candour.casework.risk.Assessment", "an id; what it says is sealed"),
            Map.entry("org.candour.casework.risk.MaracEntry", "what the rule file says"),
            Map.entry("org.candour.casework.risk.RiskSettings", "a path"),
            Map.entry("org.candour.casework.risk.Tool", "what the rule file says"),
            Map.entry("org.candour.casework.risk.Tool$Item", "what the rule file says"),
            Map.entry("org.candour.disclosure.DisclosureSummary", "ids, counts and a body"),
            Map.entry("org.candour.disclosure.Disclosures$Line", "ids, counts, a body and a pseudonym"),
            Map.entry("org.candour.intake.Commitment", "a salted hash, which the ledger shows"),
            Map.entry("org.candour.intake.IdempotencyKey", "chance, chosen by the client"),
            Map.entry("org.candour.intake.Reference", "chance"),
            Map.entry("org.candour.intake.ReportSubmitted", "the reference, which says nothing"),
            Map.entry("org.candour.intake.ReportSummary", "the reference, which says nothing"));

    static Stream<Class<?>> records() {
        var rooms = List.of(
                "org.candour.access",
                "org.candour.intake",
                "org.candour.casework",
                "org.candour.casework.chronology",
                "org.candour.casework.conversation",
                "org.candour.casework.due",
                "org.candour.casework.ownrecord",
                "org.candour.casework.proceedings",
                "org.candour.casework.progress",
                "org.candour.casework.risk",
                "org.candour.casework.timers",
                "org.candour.disclosure",
                "org.candour.rights");
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(rooms).stream()
                        .filter(type -> rooms.contains(type.getPackageName()))
                        .filter(JavaClass::isRecord)
                        .filter(type -> !type.isEquivalentTo(ActorId.class)) // its form leaves no room for a canary
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordShowsNothingOfAPersonUnlessItIsListedHere(Class<?> type) throws ReflectiveOperationException {
        var shown = filled(type).toString();

        assertThat(shown).doesNotContain(CANARY_DAY.toString());
        if (SHOWN.containsKey(type.getName())) {
            assertThat(shown).as("listed without need").contains(CANARY);
        } else {
            assertThat(shown)
                    .as("override toString, or list it with the reason")
                    .doesNotContain(CANARY);
        }
    }

    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        Constructor<?> maker = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        maker.setAccessible(true);
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        return maker.newInstance(values);
    }

    private static Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic);
        }
        var plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain.isRecord() ? record(plain) : simple(plain);
    }

    private static Object container(Class<?> raw, ParameterizedType generic) throws ReflectiveOperationException {
        var first = generic.getActualTypeArguments()[0];
        if (raw == Sealed.class) {
            return new Sealed<>(CANARY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        if (raw == Optional.class) {
            return Optional.of(value(first));
        }
        if (raw == List.class) {
            return List.of(value(first));
        }
        if (raw == Set.class) {
            return Set.of(value(first));
        }
        assertThat(raw).isEqualTo(Map.class);
        return Map.of(value(first), value(generic.getActualTypeArguments()[1]));
    }

    /** Ids have a form, in which no canary can stand. */
    private static Object record(Class<?> type) throws ReflectiveOperationException {
        if (type == ActorId.class) {
            return new ActorId("0".repeat(32));
        }
        return type == BodyId.class ? new BodyId("body") : filled(type);
    }

    private static Object simple(Class<?> type) {
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(String.class, CANARY + "-canary-canary"),
                        Map.entry(LocalDate.class, CANARY_DAY),
                        Map.entry(Instant.class, Instant.EPOCH),
                        Map.entry(Duration.class, Duration.ZERO),
                        Map.entry(Path.class, Path.of("/" + CANARY)),
                        Map.entry(UUID.class, new UUID(0, 0)),
                        Map.entry(Boolean.class, true),
                        Map.entry(boolean.class, true),
                        Map.entry(int.class, 1),
                        Map.entry(Integer.class, 1),
                        Map.entry(Long.class, 1L),
                        Map.entry(long.class, 1L))
                .getOrDefault(type, CANARY);
    }
}
