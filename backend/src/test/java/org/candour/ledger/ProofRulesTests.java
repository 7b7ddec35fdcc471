package org.candour.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What an auditor must trust stays small. */
@AnalyzeClasses(packagesOf = Ledger.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ProofRulesTests {
    @ArchTest
    static final ArchRule PROOFS_NEED_ONLY_THE_JDK_AND_BOUNCY_CASTLE = classes()
            .that()
            .resideInAPackage("org.candour.ledger.proof..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.candour.ledger.proof..", "java..", "org.bouncycastle..", "org.jspecify..");

    @ArchTest
    static final ArchRule VERIFIER_NEEDS_ONLY_THE_PROOFS = classes()
            .that()
            .haveNameMatching(".*\\.(VerifierCommand|CopyOfLog).*")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are proofs, the JDK or the command itself",
                    type -> type.getPackageName().startsWith("java.")
                            || type.getPackageName().equals("org.candour.ledger.proof")
                            || type.getName().contains("VerifierCommand")
                            || type.getName().contains("CopyOfLog")
                            || type.isPrimitive()
                            || type.isArray()));

    @ArchTest
    static final ArchRule WITNESS_NEEDS_ONLY_PROOFS_AND_KEYS = classes()
            .that()
            .resideInAnyPackage("org.candour.ledger.witness..", "org.candour.ledger.keys..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are proofs, keys, Bouncy Castle or the JDK",
                    type -> type.getPackageName()
                                    .matches("(java|com\\.sun\\.net\\.httpserver|org\\.bouncycastle)(\\..*)?")
                            || type.getPackageName().matches("org\\.candour\\.ledger\\.(proof|keys|witness)")
                            || type.getPackageName().startsWith("org.jspecify")
                            || type.isPrimitive()
                            || type.isArray()));

    @ArchTest
    static final ArchRule ONLY_THE_LEDGER_MAKES_RECEIPTS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Ledger.class.getName())
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "it makes a receipt", call -> call.getTargetOwner().isEquivalentTo(Receipt.class)));
}
