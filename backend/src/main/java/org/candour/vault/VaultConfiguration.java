package org.candour.vault;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
    @Bean
    KeyRoom keyRoom(VaultSettings settings, KeyDocuments documents, ObjectProvider<Clock> clock) {
        return assemble(settings, documents, clock.getIfAvailable(Clock::systemUTC));
    }

    static KeyRoom assemble(VaultSettings settings, KeyDocuments documents, Clock clock) {
        RootKeyProvider provider = fileIn(settings.directory(), settings);
        var firstStart =
                new FirstStart(settings.directory(), directory -> fileIn(directory, settings), documents, clock);
        return new KeyRoom(settings, provider, firstStart);
    }

    private static RootKeyProvider fileIn(Path directory, VaultSettings settings) {
        return new FileRootKey(directory, settings::readPassphrase);
    }

    /**
     * How Spring Data stores a {@link Sealed}: as its bytes. Nothing decrypts here. There can be one such bean only, so it
     * takes in every converter bean that another room marks as reading or writing.
     */
    @Bean
    MongoCustomConversions mongoCustomConversions(ObjectProvider<Converter<?, ?>> others) {
        return MongoCustomConversions.create(conversions -> {
            conversions.registerConverter(SealedConversions.Writing.INSTANCE);
            conversions.registerConverter(SealedConversions.Reading.INSTANCE);
            others.stream().filter(VaultConfiguration::isForStore).forEach(conversions::registerConverter);
        });
    }

    private static boolean isForStore(Converter<?, ?> converter) {
        return converter.getClass().isAnnotationPresent(ReadingConverter.class)
                || converter.getClass().isAnnotationPresent(WritingConverter.class);
    }
}
