package org.candour.casework.proceedings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this part is made of besides its use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProceedingsSettings.class)
class ProceedingsConfiguration {
    @Bean
    Vocabulary vocabulary(ProceedingsSettings settings) {
        return VocabularyFile.read(settings.outcomesFile());
    }

    @Bean
    AlarmRules alarmRules(Vocabulary vocabulary, ProceedingsSettings settings) {
        return new AlarmRules(vocabulary, settings.followUpAfter());
    }

    @Bean
    TaskRules taskRules(AlarmRules alarms) {
        return new TaskRules(alarms);
    }
}
