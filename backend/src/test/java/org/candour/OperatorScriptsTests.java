package org.candour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.util.ClassUtils;

/** What operators run by hand keeps up with the code. */
class OperatorScriptsTests {
    @Test
    void theDatabaseUserOfCandourReachesEveryCollectionThatHoldsAggregatesOrKeys() throws IOException {
        var script = Files.readString(Path.of("docs/mongodb-users.js"));
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Document.class));

        var collections = scan.findCandidateComponents("org.candour").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()),
                        getClass().getClassLoader()))
                .filter(type -> !type.getName().contains("Tests"))
                .map(type -> Objects.requireNonNull(AnnotationUtils.findAnnotation(type, Document.class))
                        .value())
                .toList();

        assertThat(collections).contains("cases", "reports");
        assertThat(collections).allSatisfy(name -> assertThat(script).contains('"' + name + '"'));
        assertThat(script).contains("\"keys\"", "\"closed_keys\"");
    }
}
