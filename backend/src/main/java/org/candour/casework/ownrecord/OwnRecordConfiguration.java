package org.candour.casework.ownrecord;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this part of casework is made of besides its use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnRecordSettings.class)
class OwnRecordConfiguration {}
