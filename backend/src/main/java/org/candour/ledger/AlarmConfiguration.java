package org.candour.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the alarms where operators look: metrics and health, both on the management port only. */
@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {
    @Bean
    Alarms alarms() {
        return new Alarms();
    }

    @Bean
    MeterBinder alarmMetrics(Alarms alarms) {
        return registry -> {
            for (var alarm : Alarm.values()) {
                Gauge.builder("candour.alarms", alarms, up -> up.isRaised(alarm) ? 1 : 0)
                        .description("1 while the alarm is up")
                        .tag("kind", alarm.label())
                        .register(registry);
            }
        };
    }

    @Bean
    HealthIndicator alarmsHealthIndicator(Alarms alarms) {
        return () -> {
            var raised = alarms.raised();
            var health = raised.isEmpty() ? Health.up() : Health.down();
            raised.forEach((alarm, words) -> health.withDetail(alarm.label(), words));
            return health.build();
        };
    }
}
