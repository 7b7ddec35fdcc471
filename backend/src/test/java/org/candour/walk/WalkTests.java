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
        var address = "http://localhost:" + port;

        new Walk(address, RealServices.keycloak().issuer(), mongodbUri, evidence, new PrintStream(out, true)).play();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("7. ", "All as promised.");
        System.out.println(out);
    }
}
