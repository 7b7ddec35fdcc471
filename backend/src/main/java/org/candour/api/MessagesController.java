package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.conversation.ChooseReadReceipts;
import org.candour.casework.conversation.MarkMessageRead;
import org.candour.casework.conversation.MessageId;
import org.candour.casework.conversation.MessageView;
import org.candour.casework.conversation.ReadMessages;
import org.candour.casework.conversation.SendMessage;
import org.candour.intake.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a victim and their advocates write to each other. */
@RestController
class MessagesController {
    private final SendMessage sendMessage;
    private final ReadMessages readMessages;
    private final MarkMessageRead markMessageRead;
    private final ChooseReadReceipts chooseReadReceipts;

    MessagesController(
            SendMessage sendMessage,
            ReadMessages readMessages,
            MarkMessageRead markMessageRead,
            ChooseReadReceipts chooseReadReceipts) {
        this.sendMessage = sendMessage;
        this.readMessages = readMessages;
        this.markMessageRead = markMessageRead;
        this.chooseReadReceipts = chooseReadReceipts;
    }

    /** The hash comes after the body in the list of parameters, because reading the body makes it. */
    @PostMapping("/api/cases/{caseId}/messages")
    @Performs(Act.SEND_MESSAGE)
    ResponseEntity<SentMessage> send(
            @PathVariable CaseId caseId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody NewMessage message,
            @RequestAttribute(JsonBodies.SHA_256) String bodySha256,
            Actor actor) {
        var sent = sendMessage.send(caseId, message.text(), bodySha256, key, actor);
        return ResponseEntity.status(sent.isRepeat() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new SentMessage(sent.id(), sent.sentAt()));
    }

    @GetMapping("/api/cases/{caseId}/messages")
    @Performs(Act.READ_MESSAGES)
    Page<MessageView> read(
            @PathVariable CaseId caseId,
            @RequestParam(required = false) @Nullable MessageId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var messages = readMessages.read(caseId, Optional.ofNullable(before), size + 1, actor);
        return Page.of(messages, size, message -> message.id().toString());
    }

    @PostMapping("/api/cases/{caseId}/messages/{id}/read")
    @Performs(Act.MARK_MESSAGE_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markRead(@PathVariable CaseId caseId, @PathVariable MessageId id, Actor actor) {
        markMessageRead.mark(caseId, id, actor);
    }

    @GetMapping("/api/cases/{caseId}/read-receipts")
    @Performs(Act.VIEW_READ_RECEIPTS)
    ReadReceipts readReceipts(@PathVariable CaseId caseId, Actor actor) {
        return new ReadReceipts(chooseReadReceipts.isShown(caseId, actor));
    }

    @PutMapping("/api/cases/{caseId}/read-receipts")
    @Performs(Act.CHANGE_READ_RECEIPTS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void chooseReadReceipts(@PathVariable CaseId caseId, @Valid @RequestBody ReadReceipts choice, Actor actor) {
        chooseReadReceipts.choose(caseId, choice.isShown(), actor);
    }

    record NewMessage(@NotBlank @Size(max = 10_000) String text) {
        @Override
        public String toString() {
            return "NewMessage[hidden]";
        }
    }

    record SentMessage(UUID id, Instant sentAt) {}

    /** @param isShown whether the other side learns what the caller's side reads from now on */
    record ReadReceipts(@NotNull Boolean isShown) {}
}
