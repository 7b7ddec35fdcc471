package org.candour;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How every room talks to MongoDB: durably, and never for long (DESIGN section 4). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {
    /** Last, so that no option of a connection string makes a write less durable or a read less settled. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer durableAndImpatient(StoreSettings settings) {
        var select = settings.selectWithin().toMillis();
        var connect = settings.connectWithin().toMillis();
        var answer = settings.answerWithin().toMillis();
        return client -> client.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(select, MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(select, MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(connect, MILLISECONDS).readTimeout(answer, MILLISECONDS));
    }
}
