package org.candour.api;

import java.util.List;
import java.util.Set;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Bodies;
import org.candour.access.Body;
import org.candour.access.BodyId;
import org.candour.access.Role;
import org.candour.access.SignOn;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I here, and which organisations does this service know. */
@RestController
class SignOnController {
    private final SignOn signOn;
    private final Bodies bodies;

    SignOnController(SignOn signOn, Bodies bodies) {
        this.signOn = signOn;
        this.bodies = bodies;
    }

    @PostMapping("/api/sign-on")
    @Performs(Act.SIGN_ON)
    Me signOn(Actor actor) {
        signOn.signOn(actor);
        return new Me(
                actor.id().value(),
                actor.roles(),
                actor.body().map(BodyId::value).orElse(null));
    }

    @AtTheFrontDoor
    @GetMapping("/api/bodies")
    @OpenToAll("A public list of organisations; the portal shows it before anybody signs in")
    List<KnownBody> bodies() {
        return bodies.all().stream().map(KnownBody::of).toList();
    }

    record Me(String id, Set<Role> roles, @Nullable String body) {}

    record KnownBody(String id, String name, Body.Kind kind) {
        static KnownBody of(Body body) {
            return new KnownBody(body.id().value(), body.name(), body.kind());
        }
    }
}
