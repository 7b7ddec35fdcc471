package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.custody.ApproveRotation;
import org.candour.custody.CancelOrder;
import org.candour.custody.KeyGroup;
import org.candour.custody.KeySummary;
import org.candour.custody.OrderId;
import org.candour.custody.OrderSummary;
import org.candour.custody.ProposeRotation;
import org.candour.custody.ViewKeys;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The custodians' desk: which keys there are, and new ones in place of old. Never a byte of a key. */
@RestController
class KeysController {
    private final ViewKeys viewKeys;
    private final ProposeRotation proposeRotation;
    private final ApproveRotation approveRotation;
    private final CancelOrder cancelOrder;

    KeysController(
            ViewKeys viewKeys,
            ProposeRotation proposeRotation,
            ApproveRotation approveRotation,
            CancelOrder cancelOrder) {
        this.viewKeys = viewKeys;
        this.proposeRotation = proposeRotation;
        this.approveRotation = approveRotation;
        this.cancelOrder = cancelOrder;
    }

    @GetMapping("/api/keys")
    @Performs(Act.VIEW_KEYS)
    List<KeySummary> keys(Actor actor) {
        return viewKeys.keys(actor);
    }

    @GetMapping("/api/keys/rotations")
    @Performs(Act.VIEW_KEYS)
    List<OrderSummary> rotations(Actor actor) {
        return viewKeys.rotations(actor);
    }

    @PostMapping("/api/keys/rotations")
    @Performs(Act.PROPOSE_ROTATION)
    ResponseEntity<OrderSummary> propose(@Valid @RequestBody NewRotation rotation, Actor actor) {
        var order = proposeRotation.propose(rotation.group(), actor);
        return ResponseEntity.created(URI.create("/api/keys/rotations/" + order.id()))
                .body(order);
    }

    @GetMapping("/api/keys/rotations/{id}")
    @Performs(Act.VIEW_KEYS)
    OrderSummary progress(@PathVariable OrderId id, Actor actor) {
        return viewKeys.order(id, actor);
    }

    @PostMapping("/api/keys/rotations/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.APPROVE_ROTATION)
    void approve(@PathVariable OrderId id, Actor actor) {
        approveRotation.approve(id, actor);
    }

    @PostMapping("/api/keys/rotations/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.CANCEL_KEY_ORDER)
    void cancel(@PathVariable OrderId id, Actor actor) {
        cancelOrder.cancel(id, actor);
    }

    record NewRotation(@NotNull KeyGroup group) {}
}
