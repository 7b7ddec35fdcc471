package org.candour.api;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * On a node that runs intake alone (profile {@code intake}) an endpoint exists only if it says {@link AtTheFrontDoor}: a new
 * one is absent until somebody decides that it belongs there, and an absent one answers as any address that never was.
 */
@Configuration(proxyBeanMethods = false)
@Profile("intake")
class FrontDoor implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Marked();
    }

    private static final class Marked extends RequestMappingHandlerMapping {
        @Override
        protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
            return method.isAnnotationPresent(AtTheFrontDoor.class)
                    ? super.getMappingForMethod(method, handlerType)
                    : null;
        }
    }
}
