package org.candour.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.candour.development.CandourTest;
import org.candour.development.RealServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@CandourTest
class WalkTests {
    @LocalServerPort
    int port;

    @Value("${spring.mongodb.uri}")
    String mongodbUri;

    @TempDir
    Path evidence;

    @Test
    void aVictimsReportReachesAnInvestigatorAsARedactedFile() {
        var out = new ByteArrayOutputStream();
        var walk = new Walk(
                "http://localhost:" + port,
                RealServices.keycloak().issuer(),
                mongodbUri,
                evidence,
                new PrintStream(out, true));

        try {
            walk.play();
        } finally {
            System.out.println(out); // how far it came is the best report of a failure
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("7. ", "All as promised.");
    }
}
