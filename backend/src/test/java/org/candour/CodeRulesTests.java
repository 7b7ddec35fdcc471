package org.candour;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.ledger.Receipt;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.bind.annotation.RestController;

class CodeRulesTests {
    private static final JavaClasses CANDOUR = production();

    private static JavaClasses production() {
        try {
            var classes = Path.of(CandourApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ClassFileImporter().importPath(classes);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<ArchRule> rules() {
        return CodeRules.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void candourKeepsIts(ArchRule rule) {
        rule.check(CANDOUR);
    }

    /** A rule that nothing can break protects nothing. The offenders are local classes, which Spring does not find. */
    @Nested
    @SuppressWarnings({"UnusedMethod", "UnusedVariable", "EffectivelyPrivate"}) // the offenders are read, never run
    class EachRuleCanFail {
        @Test
        void aUseCaseThatForgetsTheGate() {
            @UseCase
            class Forgets {
                public String read() {
                    return helped();
                }

                private String helped() {
                    return "all of it";
                }
            }

            assertBreaks(CodeRules.USE_CASES_PASS_THE_GATE, Forgets.class, "read() never asks the gate");
        }

        @Test
        void butNotAUseCaseThatAsksInAPrivateMethod() {
            @UseCase
            class Asks {
                private final Gate gate;

                Asks(Gate gate) {
                    this.gate = gate;
                }

                public void read(Actor actor) {
                    ask(actor);
                }

                private void ask(Actor actor) {
                    gate.admit(actor, Act.READ_LEDGER);
                }
            }

            assertThat(CodeRules.USE_CASES_PASS_THE_GATE
                            .evaluate(classes(Asks.class))
                            .hasViolation())
                    .isFalse();
        }

        @Test
        void askingTheMachineForTheTime() {
            class Asks {
                Instant now() {
                    return Instant.now();
                }
            }
            class Refers {
                final Supplier<Clock> clock = Clock::systemUTC;
            }
            class Remembers {
                @SuppressWarnings("JavaUtilDate") // the offence
                final Date date = new Date();
            }

            for (var offender : List.of(Asks.class, Refers.class, Remembers.class)) {
                assertBreaks(CodeRules.TIME_IS_INJECTED, offender, "the injected Clock is used instead");
            }
        }

        @Test
        void numbersThatCanBeGuessed() {
            class Rolls {
                final Random random = new Random();
            }
            class RollsMath {
                double roll() {
                    return Math.random();
                }
            }

            for (var offender : List.of(Rolls.class, RollsMath.class)) {
                assertBreaks(CodeRules.CHANCE_IS_SECURE, offender, "java.security.SecureRandom is used instead");
            }
        }

        @Test
        void anInjectedField() {
            class Waits {
                @Autowired
                @Nullable
                Gate gate;
            }

            assertBreaks(CodeRules.FIELDS_ARE_NOT_INJECTED, Waits.class, "a constructor takes what a class needs");
        }

        @Test
        void printing() {
            class Talks {
                void talk() {
                    System.out.println("a secret");
                }
            }

            assertBreaks(CodeRules.NOTHING_IS_PRINTED, Talks.class, "a logger is used instead");
        }

        @Test
        void encryptionOutsideTheVault() {
            class Encrypts {
                @Nullable
                Cipher cipher;
            }

            assertBreaks(CodeRules.ONLY_THE_VAULT_ENCRYPTS, Encrypts.class, "org.candour.vault seals");
        }

        @Test
        void openingWithoutAReason() {
            class Opens {
                void open(Vault vault, Receipt receipt) {
                    vault.open(receipt, Recipient.CASE_SERVICE).close();
                }
            }

            assertBreaks(CodeRules.FEW_OPEN, Opens.class, "mark it with @OpensPlaintext");
        }

        @Test
        void aWriteThatNobodyRecords() {
            class Writes {
                void write(MongoOperations mongo) {
                    mongo.updateFirst(new Query(), new Update(), "cases");
                }
            }
            class Loads {
                @Nullable
                Object load(MongoOperations mongo) {
                    return mongo.findById("id", Object.class);
                }
            }

            assertBreaks(CodeRules.AGGREGATES_ARE_COMPARED_AND_RECORDED, Writes.class, "Aggregates");
            assertBreaks(CodeRules.AGGREGATES_ARE_COMPARED_AND_RECORDED, Loads.class, "Aggregates");
        }

        @Test
        void aNameThatSaysNothing() {
            class GateManager {}

            assertBreaks(CodeRules.NAMES_SAY_WHAT_A_THING_IS, GateManager.class, "the word of the domain");
        }

        @Test
        void aPublicEndpoint() {
            @RestController
            class Shows {
                public String show() {
                    return "";
                }
            }

            assertBreaks(CodeRules.ENDPOINTS_ARE_HIDDEN, Shows.class, "make it package-private");
        }

        private static void assertBreaks(ArchRule rule, Class<?> offender, String instead) {
            var result = rule.evaluate(classes(offender));

            assertThat(result.hasViolation()).as("%s breaks the rule", offender).isTrue();
            assertThat(result.getFailureReport().toString()).contains(instead);
        }

        private static JavaClasses classes(Class<?> offender) {
            return new ClassFileImporter().importClasses(offender);
        }
    }
}
