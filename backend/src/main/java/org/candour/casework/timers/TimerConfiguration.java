package org.candour.casework.timers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the clock counts with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimerSettings.class)
class TimerConfiguration {
    @Bean
    WorkingDays workingDays(TimerSettings settings) {
        return new EnglishWorkingDays(HolidaysFile.read(settings.holidaysFile()));
    }

    @Bean
    RuleBook ruleBook(TimerSettings settings, WorkingDays workingDays) {
        return new RuleBook(RulesFile.read(settings.ruleFiles()), workingDays);
    }
}
