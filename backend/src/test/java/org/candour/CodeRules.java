package org.candour;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.ledger.OfflineTools;
import org.candour.ledger.Receipt;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Controller;

/** The rules that the compiler does not keep. Each says what to use instead. */
final class CodeRules {
    private static final List<String> CLOCKS = List.of(
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "ZonedDateTime",
            "OffsetDateTime",
            "Year",
            "YearMonth");

    /** Where a clock comes from: the one bean, and what stands in for it where only a room of its own is started. */
    private static final Set<String> MAKE_CLOCKS = Set.of(
            "org.candour.access.TokenConfiguration.clock",
            "org.candour.ledger.LedgerConfiguration.ledgerParts",
            "org.candour.ledger.witness.WitnessCommand.start",
            "org.candour.vault.VaultConfiguration.keyRoom");

    /** The ledger signs, and a verifier must be able to check without the vault; neither encrypts anything of a victim's. */
    private static final Set<String> SIGN = Set.of(
            "org.candour.ledger.keys.KeyFile",
            "org.candour.ledger.proof.Cosigner",
            "org.candour.ledger.proof.NoteSigner",
            "org.candour.ledger.proof.SignatureType");

    static final ArchRule USE_CASES_PASS_THE_GATE = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(UseCase.class)
            .should(reachTheGate())
            .because(
                    "a use case asks org.candour.access.Gate.admit before anything else; what needs no gate is no use case");

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .accessTargetWhere(describe("it asks the machine for the time", CodeRules::isUnboundTime))
            .because("the injected Clock is used instead: clock.instant(), LocalDate.ofInstant(clock.instant(), zone)");

    static final ArchRule CHANCE_IS_SECURE = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "it makes numbers that can be guessed",
                    access -> Set.of(
                                            "java.util.Random",
                                            "java.util.concurrent.ThreadLocalRandom",
                                            "java.util.SplittableRandom")
                                    .contains(access.getTargetOwner().getName())
                            || (access.getTargetOwner().isEquivalentTo(Math.class)
                                    && access.getName().equals("random"))))
            .because("java.security.SecureRandom is used instead");

    static final ArchRule FIELDS_ARE_NOT_INJECTED = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .because("a constructor takes what a class needs, and its fields are final");

    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .areNotAssignableTo(CandourApplication.class)
            .and()
            .areNotAssignableTo(OfflineTools.class)
            .should()
            .accessTargetWhere(describe(
                    "it is System.out or System.err",
                    access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(access.getName())))
            .because("a logger is used instead, with ids and never with content");

    static final ArchRule CONTROLLERS_ARE_HIDDEN = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .because("nobody calls a controller but Spring; what another room needs is a use case");

    static final ArchRule ENDPOINTS_ARE_HIDDEN = methods()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .andShould()
            .notBeProtected()
            .because("nobody calls an endpoint but Spring; make it package-private");

    static final ArchRule ONLY_THE_VAULT_ENCRYPTS = noClasses()
            .that()
            .resideOutsideOfPackage("org.candour.vault..")
            .and(describe("are not the ledger's signing code", type -> !SIGN.contains(outermost(type))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "org.bouncycastle.."))
            .because("org.candour.vault seals, opens and makes blind tokens; nothing else may handle a key");

    static final ArchRule ENTRANCES_DO_NOT_KNOW_THE_VAULT = noClasses()
            .that(resideInAPackage("org.candour.api.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.candour.vault.."))
            .because("an entrance asks a use case, and org.candour.ledger.Unavailable names what may not answer");

    static final ArchRule FEW_OPEN = methods()
            .that(describe(
                    "call Vault.open",
                    method -> method.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Vault.class)
                                    && call.getName().equals("open"))))
            .should()
            .beAnnotatedWith(OpensPlaintext.class)
            .because("each place that reads says why: mark it with @OpensPlaintext, and have it reviewed");

    static final ArchRule RECEIPTS_COME_FROM_THE_LEDGER = constructors()
            .that()
            .areDeclaredIn(Receipt.class)
            .should()
            .bePackagePrivate()
            .because("a receipt is proof of an entry; ask the Gate for one");

    static final ArchRule AGGREGATES_ARE_COMPARED_AND_RECORDED = noClasses()
            .that()
            .resideOutsideOfPackages("org.candour.ledger..", "org.candour.vault..")
            .should()
            .accessTargetWhere(describe("it goes around the record", CodeRules::goesAroundTheRecord))
            .because(
                    "org.candour.ledger.Aggregates loads, MongoOperations.insert and save write: nothing else is compared"
                            + " with the ledger or recorded on it");

    static final ArchRule NO_ROOM_WITHOUT_A_SUBJECT = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..shared..", "..helper..", "..misc..")
            .because("a type that two rooms use belongs to the lower one");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Data)(\\$.*)?")
            .because("the word of the domain is used instead, or the verb of the use case");

    static final List<ArchRule> ALL = List.of(
            USE_CASES_PASS_THE_GATE,
            TIME_IS_INJECTED,
            CHANCE_IS_SECURE,
            FIELDS_ARE_NOT_INJECTED,
            NOTHING_IS_PRINTED,
            CONTROLLERS_ARE_HIDDEN,
            ENDPOINTS_ARE_HIDDEN,
            ONLY_THE_VAULT_ENCRYPTS,
            ENTRANCES_DO_NOT_KNOW_THE_VAULT,
            FEW_OPEN,
            RECEIPTS_COME_FROM_THE_LEDGER,
            AGGREGATES_ARE_COMPARED_AND_RECORDED,
            NO_ROOM_WITHOUT_A_SUBJECT,
            NAMES_SAY_WHAT_A_THING_IS);

    private CodeRules() {}

    private static boolean isUnboundTime(JavaAccess<?> access) {
        if (MAKE_CLOCKS.contains(
                access.getOriginOwner().getName() + "." + access.getOrigin().getName())) {
            return false;
        }
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Date" ->
                name.equals("<init>") && access.getDescription().contains("Date.<init>()");
            case "java.util.Calendar" -> name.equals("getInstance");
            default ->
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && CLOCKS.contains(owner.substring("java.time.".length()));
        };
    }

    /** Lists of raw documents, with their collection named, are no aggregates. */
    private static boolean goesAroundTheRecord(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(MongoOperations.class)
                && access instanceof JavaMethodCall call
                && !Set.of("insert", "save", "query", "getCollectionName", "getConverter")
                        .contains(call.getName())
                && !(Set.of("find", "aggregate").contains(call.getName())
                        && call.getTarget().getRawParameterTypes().size() == 3);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    private static ArchCondition<JavaMethod> reachTheGate() {
        return new ArchCondition<>("call the gate, directly or through a private method of the same class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!reachesTheGate(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " never asks the gate"));
                }
            }
        };
    }

    private static boolean reachesTheGate(JavaMethod asked) {
        var waiting = new ArrayDeque<JavaMethod>(List.of(asked));
        var seen = new HashSet<JavaMethod>(waiting);
        while (!waiting.isEmpty()) {
            for (var call : waiting.remove().getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(Gate.class)
                        && call.getName().startsWith("admit")) {
                    return true;
                }
                call.getTarget()
                        .resolveMember()
                        .filter(next -> next.getOwner().equals(asked.getOwner()))
                        .filter(next -> next.getModifiers().contains(JavaModifier.PRIVATE))
                        .filter(seen::add)
                        .ifPresent(waiting::add);
            }
        }
        return false;
    }
}
