package org.candour.ledger;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the ledger's parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    @Bean(destroyMethod = "close")
    LedgerParts ledgerParts(LedgerSettings settings, MongoTemplate mongo, ObjectProvider<Clock> clock) {
        return LedgerParts.start(settings, new MongoLedgerStore(mongo), clock.getIfAvailable(Clock::systemUTC));
    }
}
