package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.candour.access.Act;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** That each rule is the one the use case applies, {@link EndpointMatrixTests} shows. */
class EndpointRulesTests {
    @Test
    void anEndpointWithoutARuleStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> check(Forgotten.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Forgotten#read");
    }

    @Test
    void aRuleOnOneEndpointDoesNotCoverItsNeighbour() {
        assertThatThrownBy(() -> check(HalfForgotten.class)).hasMessageContaining("HalfForgotten#write");
    }

    @Test
    void oneForgottenAmongManyStopsTheStart() {
        assertThatThrownBy(() -> check(Guarded.class, Open.class, Forgotten.class))
                .hasMessageContaining("Forgotten#read");
    }

    @Test
    void anEndpointWithARuleMayStart() {
        assertThatCode(() -> check(Guarded.class, Open.class)).doesNotThrowAnyException();
    }

    @Test
    void theRulesAreCheckedWhenTheApplicationStarts() {
        new WebApplicationContextRunner()
                .withUserConfiguration(WebMvc.class, Forgotten.class, EndpointRules.class)
                .run(context -> assertThat(context).getFailure().hasMessageContaining("Forgotten#read"));
    }

    private static void check(Class<?>... controllers) {
        try (var context = new StaticWebApplicationContext()) {
            for (var controller : controllers) {
                context.registerSingleton(controller.getSimpleName(), controller);
            }
            context.refresh();
            var mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            new EndpointRules(List.of(mapping)).afterSingletonsInstantiated();
        }
    }

    @EnableWebMvc
    static class WebMvc {}

    @RestController
    static class Forgotten {
        @GetMapping("/forgotten")
        String read() {
            return "";
        }
    }

    @RestController
    static class HalfForgotten {
        @GetMapping("/half")
        @Performs(Act.READ_LEDGER)
        String read() {
            return "";
        }

        @PostMapping("/half")
        String write() {
            return "";
        }
    }

    @RestController
    static class Guarded {
        @GetMapping("/guarded")
        @Performs(Act.READ_LEDGER)
        String read() {
            return "";
        }
    }

    @RestController
    static class Open {
        @GetMapping("/open")
        @OpenToAll("A test")
        String read() {
            return "";
        }
    }
}
