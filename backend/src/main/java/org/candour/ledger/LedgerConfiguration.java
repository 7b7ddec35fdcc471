package org.candour.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the ledger's parts together. */
@Configuration(proxyBeanMethods = false)
@Import(AlarmConfiguration.class)
@EnableConfigurationProperties({LedgerSettings.class, WatchSettings.class})
class LedgerConfiguration {
    @Bean(destroyMethod = "close")
    LedgerParts ledgerParts(
            LedgerSettings settings,
            WatchSettings watch,
            LedgerConnection connection,
            Alarms alarms,
            ObjectProvider<Clock> clock) {
        var store = new MongoLedgerStore(connection.mongo(), connection.rights());
        return LedgerParts.start(settings, watch, store, clock.getIfAvailable(Clock::systemUTC), alarms);
    }

    @Bean(destroyMethod = "close")
    LedgerConnection ledgerConnection(WatchSettings watch, MongoTemplate mongo) {
        return LedgerConnection.of(watch.uri(), mongo);
    }

    /** How far the monitor is, and when it last was at the end: if that stands still, nobody watches. */
    @Bean
    MeterBinder monitorMetrics(LedgerParts parts) {
        return registry -> {
            var monitor = parts.monitor();
            Gauge.builder("candour.ledger.monitor.read", monitor, Monitor::read)
                    .description("Entries that the present pass of the monitor has read")
                    .register(registry);
            TimeGauge.builder("candour.ledger.monitor.completed", monitor, TimeUnit.SECONDS, Monitor::completedSeconds)
                    .description("When a pass was last complete, in seconds since the epoch; 0: not since the start")
                    .register(registry);
        };
    }
}
