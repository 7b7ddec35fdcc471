package org.candour.api;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start while any endpoint lacks an access rule. */
@Component
class EndpointRules implements SmartInitializingSingleton {
    /** The frameworks' own handlers, which say nothing about anybody: error page and API description. */
    private static final List<String> FRAMEWORK = List.of("org.springframework.", "org.springdoc.");

    private final List<RequestMappingHandlerMapping> mappings;

    EndpointRules(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(handler -> !hasRule(handler))
                .findFirst()
                .ifPresent(handler -> {
                    throw new IllegalStateException("No access rule: mark " + handler.getShortLogMessage()
                            + " with @Performs, or with @OpenToAll and the reason");
                });
    }

    private static boolean hasRule(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Performs.class)
                || handler.hasMethodAnnotation(OpenToAll.class)
                || FRAMEWORK.stream()
                        .anyMatch(prefix -> handler.getBeanType().getName().startsWith(prefix));
    }
}
