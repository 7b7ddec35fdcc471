package org.candour.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint that Spring has registered, by its method and pattern. */
final class Endpoints {
    private Endpoints() {}

    static Map<String, HandlerMethod> of(ApplicationContext context) {
        var endpoints = new TreeMap<String, HandlerMethod>();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, handler) -> names(info).forEach(name -> endpoints.put(name, handler))));
        return endpoints;
    }

    /** An endpoint that takes every method stands for its GET. */
    private static Stream<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var names = methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
        return names.flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }

    static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.candour.");
    }
}
