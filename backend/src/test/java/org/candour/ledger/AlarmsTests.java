package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AlarmsTests {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(AlarmConfiguration.class);

    @Test
    void alarmIsLoggedOnceUntilItIsOver(CapturedOutput output) {
        var alarms = new Alarms();

        alarms.raise(Alarm.LOG_GAP, "entry 7 is missing");
        alarms.raise(Alarm.LOG_GAP, "entry 8 is missing");

        assertThat(output).containsOnlyOnce("ALARM log-gap: entry 7 is missing").doesNotContain("entry 8");
        assertThat(alarms.raised()).isEqualTo(Map.of(Alarm.LOG_GAP, "entry 7 is missing"));
    }

    @Test
    void alarmThatCameBackIsLoggedAgain(CapturedOutput output) {
        var alarms = new Alarms();
        alarms.raise(Alarm.LOG_GAP, "first");

        alarms.clear(Alarm.LOG_GAP);
        alarms.clear(Alarm.LOG_GAP);
        alarms.raise(Alarm.LOG_GAP, "second");

        assertThat(output).contains("ALARM log-gap: second").containsOnlyOnce("The alarm log-gap is over");
    }

    @Test
    void alarmTurnsItsOwnGaugeAndNoOther() {
        application.run(context -> {
            var registry = new SimpleMeterRegistry();
            context.getBean(MeterBinder.class).bindTo(registry);

            context.getBean(Alarms.class).raise(Alarm.STALE_AGGREGATE, "a case");

            assertThat(gauge(registry, "stale-aggregate")).isOne();
            assertThat(gauge(registry, "log-gap")).isZero();
        });
    }

    private static double gauge(SimpleMeterRegistry registry, String kind) {
        return registry.get("candour.alarms").tag("kind", kind).gauge().value();
    }

    @Test
    void serviceIsDownWhileAnAlarmIsUp() {
        application.run(context -> {
            var health = context.getBean(HealthIndicator.class);
            var alarms = context.getBean(Alarms.class);
            assertThat(health.health()).isEqualTo(Health.up().build());

            alarms.raise(Alarm.CHECKPOINT_AGE, "late");
            assertThat(health.health())
                    .isEqualTo(
                            Health.down().withDetail("checkpoint-age", "late").build());

            alarms.clear(Alarm.CHECKPOINT_AGE);
            assertThat(health.health()).isEqualTo(Health.up().build());
        });
    }
}
