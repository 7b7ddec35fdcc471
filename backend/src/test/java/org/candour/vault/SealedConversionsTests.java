package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class SealedConversionsTests {
    record Note(String author, Sealed<Secret> text) {}

    record Aggregate(
            @Id String id,
            Sealed<Secret> account,
            @Nullable Sealed<Secret> absent,
            List<Note> notes,
            List<Sealed<Secret>> more) {}

    record Pin(String digits) {}

    @Test
    void aSealedFieldComesBackWhereverItIsNested() {
        withStore(new MongoCustomConversions(
                List.of(SealedConversions.Writing.INSTANCE, SealedConversions.Reading.INSTANCE)));
    }

    @Test
    void theApplicationsConversionsKnowSealedFieldsAndThoseOfOtherRooms() {
        new ApplicationContextRunner()
                .withUserConfiguration(OtherRoom.class)
                .withBean(VaultConfiguration.class)
                .withPropertyValues(
                        "candour.vault.directory=unused", "candour.vault.passphrase=" + TestVault.PASSPHRASE)
                .withBean(
                        KeyDocuments.class,
                        () -> new KeyDocuments(
                                new MongoTemplate(MongoClients.create("mongodb://127.0.0.1:1"), "unused")))
                .run(context -> {
                    var conversions = context.getBean(MongoCustomConversions.class);

                    assertThat(conversions.getCustomWriteTarget(Sealed.class)).contains(Binary.class);
                    assertThat(conversions.hasCustomReadTarget(Binary.class, Sealed.class))
                            .isTrue();
                    assertThat(conversions.getCustomWriteTarget(Pin.class)).contains(String.class);
                    withStore(conversions);
                });
    }

    private static void withStore(MongoCustomConversions conversions) {
        var server = new MongoServer(new MemoryBackend());
        try (var client =
                MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort())) {
            var mappings = new MongoMappingContext();
            mappings.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
            var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mappings);
            converter.setCustomConversions(conversions);
            converter.afterPropertiesSet();
            assertRoundTrip(new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "test"), converter));
        } finally {
            server.shutdownNow();
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
