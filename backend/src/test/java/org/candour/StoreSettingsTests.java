package org.candour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StoreSettingsTests {
    @Test
    void unlessSetOtherwiseItWaitsTwoTwoAndTenSeconds() {
        assertThat(settings(Map.of()))
                .isEqualTo(new StoreSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(10)));
    }

    @Test
    void aWaitOfNothingWhichTheDriverTakesForEverIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("candour.store.answer-within", "0s")))
                .hasRootCauseMessage("The waits of candour.store must be longer than nothing");
    }

    private static StoreSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("candour.store", StoreSettings.class);
    }
}
