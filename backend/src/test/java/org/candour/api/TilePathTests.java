package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTests {
    /** The example of C2SP tlog-tiles, and its neighbours. */
    @ParameterizedTest
    @CsvSource({
        "/x001/x234/067, 1234067, 256",
        "/x001/x234/067.p/112, 1234067, 112",
        "/000, 0, 256",
        "/000.p/1, 0, 1",
        "/255.p/255, 255, 255",
        "/x001/000, 1000, 256",
    })
    void pathIsReadAsTheSpecificationWritesIt(String path, long number, int width) {
        assertThat(TilePath.of(path)).isEqualTo(new TilePath(number, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/0",
                "/00",
                "/0000",
                "/x000/000",
                "/x000/001",
                "/001/002",
                "/x001",
                "/x001/",
                "/x001/x002",
                "/x1/000",
                "/000.p",
                "/000.p/",
                "/000.p/0",
                "/000.p/01",
                "/000.p/256",
                "/000.p/999",
                "/000.p/-1",
                "/000/",
                "/000.p/1/",
                "/-01",
                "/x001/x001/x001/x001/x001/x001/001",
                "/00a",
                "/٠٠٠"
            })
    void anyOtherPathNamesNoTile(String path) {
        assertThat(TilePath.of(path).number()).isEqualTo(-1);
    }
}
