package org.candour.vault;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A process that starts on a directory and a store, and prints a token that tells its keys from others. */
final class FirstStartProcess {
    private FirstStartProcess() {}

    public static void main(String[] args) {
        try (var client = MongoClients.create(args[1])) {
            var mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, args[2]));
            var settings = new VaultSettings(Path.of(args[0]), TestVault.PASSPHRASE, null);
            var room = VaultConfiguration.assemble(settings, new KeyDocuments(mongo), Clock.systemUTC());
            System.out.println("token " + new BlindIndex(room).token(BlindField.ACTOR, "zoe"));
        }
    }
}
