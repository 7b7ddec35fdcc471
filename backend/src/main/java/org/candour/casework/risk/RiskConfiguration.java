package org.candour.casework.risk;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What risk is graded by. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RiskSettings.class)
class RiskConfiguration {
    @Bean
    RiskTools riskTools(RiskSettings settings) {
        return RiskTools.read(settings.directory());
    }
}
