package org.candour.rights;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this room is made of besides its use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RightsSettings.class)
class RightsConfiguration {}
