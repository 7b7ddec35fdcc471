package org.candour.ledger;

import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.candour.ledger.proof.Hash;

/**
 * A state of an aggregate.
 *
 * @param version the optimistic version
 * @param digest hash, as of a leaf of the tree, over the BSON of the document with the fields of every level in the order of their names:
 *     a server may move fields, and that changes nothing
 */
record Revision(long version, Hash digest) {
    /** Of a document that somebody else wrote: older than all that was ever announced. */
    private static final long NO_VERSION = -1;

    static Revision of(Document document, String versionField, CodecRegistry codecs) {
        long version = document.get(versionField) instanceof Number number ? number.longValue() : NO_VERSION;
        var bson = sorted(document.toBsonDocument(Document.class, codecs));
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, bson, EncoderContext.builder().build());
            return new Revision(version, Hash.ofLeaf(buffer.toByteArray()));
        }
    }

    private static BsonDocument sorted(BsonDocument document) {
        var sorted = new BsonDocument();
        new TreeMap<>(document).forEach((field, value) -> sorted.append(field, sorted(value)));
        return sorted;
    }

    private static BsonValue sorted(BsonValue value) {
        if (value.isDocument()) {
            return sorted(value.asDocument());
        }
        return value.isArray()
                ? new BsonArray(value.asArray().stream().map(Revision::sorted).toList())
                : value;
    }
}
