package org.candour.development;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.candour.CandourApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole of Candour on a free port, with the real Keycloak, an empty store, and fresh keys. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CandourApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "candour.custody.settle=1d", // no rotation ends, and enters the ledger, while a test looks at what it did
            // itself
            "logging.level.root=warn",
            "logging.level.de.bwaldvogel=error"
        })
@ContextConfiguration(initializers = {RealServices.class, FreshKeys.class})
public @interface CandourTest {}
