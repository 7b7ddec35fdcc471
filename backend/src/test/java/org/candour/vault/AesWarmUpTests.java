package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Configuration;

class AesWarmUpTests {
    @Configuration(proxyBeanMethods = false)
    static class Empty {}

    @Test
    void runsToItsEndAlsoWhereNobodyBeganIt() {
        new AesWarmUp(2).await();
        var begun = new AesWarmUp(2);
        begun.begin();
        begun.await();

        begun.await(); // a second time nothing is done
    }

    @Test
    void theApplicationIsReadyOnlyAfterIt() {
        var order = new ArrayList<String>();
        var application = new SpringApplication(Empty.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var warmUp = new AesWarmUp(300);
        application.addListeners(warmUp, (ApplicationListener<ApplicationReadyEvent>) ready -> {
            order.add(warmUp.isDone() ? "ready after it" : "ready before it");
        });

        application
                .run("--spring.main.banner-mode=off", "--spring.config.location=optional:classpath:/none/")
                .close();

        assertThat(order).containsExactly("ready after it");
    }
}
