package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

class SealedConversionsTests {
    record Note(String author, Sealed<Secret> text) {}

    record Aggregate(
            @Id String id,
            Sealed<Secret> account,
            @Nullable Sealed<Secret> absent,
            List<Note> notes,
            List<Sealed<Secret>> more) {}

    record Pin(String digits) {}

    @TempDir
    Path directory;

    /** With the beans that the application has, so that nothing takes the place of this room's conversions. */
    @Test
    void aSealedFieldComesBackWhereverItIsNested() {
        inApplication(context -> assertRoundTrip(context.getBean(MongoTemplate.class)));
    }

    @Test
    void theConvertersOfOtherRoomsAreTakenIn() {
        inApplication(context -> {
            var conversions = context.getBean(MongoCustomConversions.class);

            assertThat(conversions.getCustomWriteTarget(Sealed.class)).contains(Binary.class);
            assertThat(conversions.getCustomWriteTarget(Pin.class)).contains(String.class);
        });
    }

    private void inApplication(ContextConsumer<AssertableApplicationContext> assertions) {
        try (var test = new TestVault(directory)) {
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class))
                    .withUserConfiguration(VaultConfiguration.class, KeyDocuments.class, OtherRoom.class)
                    .withPropertyValues(
                            "spring.mongodb.uri=" + test.uri,
                            "spring.mongodb.database=" + test.database(),
                            "candour.vault.directory=" + directory,
                            "candour.vault.passphrase=" + TestVault.PASSPHRASE)
                    .run(assertions);
        }
    }

    private static void assertRoundTrip(MongoTemplate mongo) {
        var written = new Aggregate("1", sealed(1), null, List.of(new Note("a", sealed(2))), List.of(sealed(3)));
        mongo.insert(written);

        assertThat(mongo.findById("1", Aggregate.class))
                .usingRecursiveComparison()
                .isEqualTo(written);
        assertThat(mongo.getCollection("aggregate").find().first())
                .hasEntrySatisfying("account", stored -> assertThat(stored).isInstanceOf(Binary.class));
    }

    private static Sealed<Secret> sealed(int content) {
        return new Sealed<>(new byte[] {(byte) content, 0, 1});
    }

    @Configuration(proxyBeanMethods = false)
    static class OtherRoom {
        @Bean
        PinConverter pinConverter() {
            return new PinConverter();
        }
    }

    @WritingConverter
    static final class PinConverter implements Converter<Pin, String> {
        @Override
        public String convert(Pin pin) {
            return pin.digits();
        }
    }
}
