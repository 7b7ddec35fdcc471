package org.candour.vault;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
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
@EnableConfigurationProperties({VaultSettings.class, Pkcs11Settings.class})
class VaultConfiguration {
    @Bean
    KeyRoom keyRoom(
            VaultSettings settings, Pkcs11Settings pkcs11, KeyDocuments documents, ObjectProvider<Clock> clocks) {
        var clock = clocks.getIfAvailable(Clock::systemUTC);
        var module = pkcs11.module();
        if (module == null) {
            return assemble(settings, documents, clock);
        }
        var token = new Token(module, pkcs11.slot(), settings::readPassphrase);
        return assemble(settings, documents, clock, directory -> new Pkcs11RootKey(directory, token, clock));
    }

    /** How often {@link KeyCache} spared a decapsulation. */
    @Bean
    MeterBinder keyCacheMetrics(KeyRoom room) {
        return room.cache()::measure;
    }

    static KeyRoom assemble(VaultSettings settings, KeyDocuments documents, Clock clock) {
        return assemble(settings, documents, clock, directory -> new FileRootKey(directory, settings::readPassphrase));
    }

    static KeyRoom assemble(
            VaultSettings settings, KeyDocuments documents, Clock clock, Function<Path, RootKeyProvider> providerIn) {
        var provider = providerIn.apply(settings.directory());
        var firstStart = new FirstStart(settings.directory(), providerIn, documents, clock);
        var keyDirectory = new KeyDirectory(settings.directory(), provider, clock);
        return new KeyRoom(settings, provider, keyDirectory, firstStart);
    }

    /**
     * How Spring Data stores a {@link Sealed}: as its bytes. Nothing decrypts here. There can be one such bean only, so it
     * takes in every converter bean that another room marks as reading or writing.
     */
    @Bean
    MongoCustomConversions mongoCustomConversions(ObjectProvider<Converter<?, ?>> others) {
        return MongoCustomConversions.create(conversions -> {
            conversions
                    .useNativeDriverJavaTimeCodecs(); // or a day would be stored as an instant of this machine's zone
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
