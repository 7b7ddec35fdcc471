package org.candour.casework.proceedings;

import org.candour.casework.due.DueInCase;
import org.candour.casework.timers.RuleBook;
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
    ReferralRules referralRules(Vocabulary vocabulary) {
        return new ReferralRules(vocabulary);
    }

    @Bean
    ReferralClock referralClock(ReferralRules referral, RuleBook rules) {
        return new ReferralClock(referral, rules);
    }

    @Bean
    AlarmRules alarmRules(Vocabulary vocabulary, ReferralRules referral, ProceedingsSettings settings) {
        return new AlarmRules(vocabulary, referral, settings.followUpAfter());
    }

    @Bean
    TaskRules taskRules(AlarmRules alarms, ReferralRules referral, RuleBook rules, DueInCase dueInCase) {
        return new TaskRules(alarms, referral, rules, dueInCase);
    }
}
