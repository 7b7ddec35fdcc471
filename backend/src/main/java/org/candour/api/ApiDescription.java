package org.candour.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.ActorId;
import org.candour.access.AssignmentId;
import org.candour.access.CaseCursor;
import org.candour.access.CaseId;
import org.candour.access.EmergencyRequestId;
import org.candour.casework.conversation.MessageId;
import org.candour.casework.proceedings.AlarmId;
import org.candour.casework.proceedings.TaskId;
import org.candour.custody.OrderId;
import org.candour.disclosure.DisclosureId;
import org.candour.intake.IdempotencyKey;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the published description (OpenAPI) says besides what it finds in the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";

    ApiDescription() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .replaceWithClass(ActorId.class, String.class)
                .replaceWithClass(AssignmentId.class, UUID.class)
                .replaceWithClass(CaseCursor.class, String.class)
                .replaceWithClass(CaseId.class, UUID.class)
                .replaceWithClass(DisclosureId.class, UUID.class)
                .replaceWithClass(MessageId.class, UUID.class)
                .replaceWithClass(OrderId.class, UUID.class)
                .replaceWithClass(AlarmId.class, String.class)
                .replaceWithClass(TaskId.class, String.class)
                .replaceWithClass(EmergencyRequestId.class, UUID.class)
                .replaceWithClass(Version.class, String.class)
                .replaceWithClass(IdempotencyKey.class, String.class);
    }

    /** What is open to all needs no token. */
    @Bean
    OperationCustomizer openToAll() {
        return (operation, handler) ->
                handler.hasMethodAnnotation(OpenToAll.class) ? operation.security(List.of()) : operation;
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Candour")
                        .version("1")
                        .description("Case management for victims' commissioners. Problems are application/problem+json"
                                + " (RFC 9457). What is not there and what is not for you answer the same."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(
                                                "An access token of the Candour realm, for the audience candour-api")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
