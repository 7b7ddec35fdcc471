package org.candour.ledger;

import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.stereotype.Component;

/**
 * Has the ledger say of each aggregate, before it is written, what it will be, and afterwards that it is. The caller's write
 * returns when both are durable. If the process dies between the two, the next who loads the aggregate finds either the old
 * state, which is still the confirmed one, or the announced one, and confirms it: so a crash heals, while an older copy put
 * back over a confirmed state is told.
 */
@Component
class RecordedWrites implements BeforeSaveCallback<Object>, AfterSaveCallback<Object> {
    private final ObjectProvider<Aggregates> aggregates;

    /** @param aggregates asked late, because the template that calls this is one of its parts */
    RecordedWrites(ObjectProvider<Aggregates> aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public Object onBeforeSave(Object entity, Document document, String collection) {
        aggregates.getObject().announce(entity, document);
        return entity;
    }

    @Override
    public Object onAfterSave(Object entity, Document document, String collection) {
        aggregates.getObject().confirm(entity, document);
        return entity;
    }
}
