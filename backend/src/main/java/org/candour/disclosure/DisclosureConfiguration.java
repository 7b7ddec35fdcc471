package org.candour.disclosure;

import org.candour.disclosure.redaction.Redactor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room is made of besides its use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DisclosureSettings.class)
class DisclosureConfiguration {
    @Bean
    Redactor redactor() {
        return new Redactor();
    }
}
