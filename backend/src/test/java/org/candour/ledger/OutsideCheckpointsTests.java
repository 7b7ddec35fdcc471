package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutsideCheckpointsTests {
    @TempDir
    Path directory;

    private final Alarms alarms = new Alarms();
    private TestBucket server;

    @BeforeEach
    void start() throws IOException {
        server = new TestBucket();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private S3Bucket bucket(String secret) throws IOException {
        var file = Files.writeString(directory.resolve("secret"), secret + "\n");
        var settings = new S3Settings(server.endpoint(), "evidence", "eu-west-2", "log/", "key-id", file);
        return new S3Bucket(settings, TestLedgers.CLOCK);
    }

    private WriteOnceDirectory folder() {
        return new WriteOnceDirectory(directory.resolve("kept"));
    }

    @Test
    void whatIsKeptIsReadBackInAscendingOrder() throws IOException {
        for (var place : List.of(folder(), bucket(TestBucket.SECRET))) {
            var outside = new OutsideCheckpoints(place, alarms);
            assertThat(outside.last()).isEmpty();
            for (long size : new long[] {0, 7, 9, 10, 1_000_000_000_007L}) {
                outside.keep(size, "note " + size);
            }
            outside.keepCosigned(7, "0a0b0c0d", "cosigned");

            assertThat(outside.last()).contains("note 1000000000007");
            assertThat(outside.after(-1, 10))
                    .extracting(OutsideCheckpoints.Filed::size)
                    .containsExactly(0L, 7L, 9L, 10L, 1_000_000_000_007L);
            assertThat(outside.after(7, 2))
                    .extracting(OutsideCheckpoints.Filed::note)
                    .containsExactly("note 9", "note 10");
            assertThat(place.get("cosigned/00000000000000000007.0a0b0c0d")).contains("cosigned");
            assertThat(alarms.raised()).isEmpty();
        }
    }

    @Test
    void nothingIsEverWrittenOver() throws IOException {
        for (var place : List.of(folder(), bucket(TestBucket.SECRET))) {
            new OutsideCheckpoints(place, alarms).keep(7, "first");
            new OutsideCheckpoints(place, alarms).keep(7, "second");

            assertThat(place.get("00000000000000000007")).contains("first");
        }
    }

    @Test
    void lastIsFoundAmongAnyNumbers() throws IOException {
        var bucket = bucket(TestBucket.SECRET);
        for (var size : List.of(0L, 9L, 10L, 99L, 909L, 1_990_000L, Long.MAX_VALUE)) {
            server.objects.put("log/" + String.format("%020d", size), "note " + size);

            assertThat(new OutsideCheckpoints(bucket, alarms).last()).contains("note " + size);
        }
    }

    @Test
    void requestSignedWithAnotherKeyIsRefusedAndKeepsNothing() throws IOException {
        var outside = new OutsideCheckpoints(bucket("another secret"), alarms);

        outside.keep(7, "note");

        assertThat(server.objects).isEmpty();
        assertThat(alarms.isRaised(Alarm.CHECKPOINT_STORE)).isTrue();
        assertThatExceptionOfType(IOException.class).isThrownBy(outside::last);
    }

    @Test
    void storeThatFailsAlarmsOnceAndTheSameCheckpointIsKeptWhenItIsBack(CapturedOutput output) throws IOException {
        var outside = new OutsideCheckpoints(bucket(TestBucket.SECRET), alarms);
        server.isBroken = true;
        outside.keep(7, "note");
        outside.keep(7, "note");
        assertThat(alarms.isRaised(Alarm.CHECKPOINT_STORE)).isTrue();
        assertThat(output).containsOnlyOnce("ALARM checkpoint-store");

        server.isBroken = false;
        outside.keep(7, "note");

        assertThat(server.objects).isEqualTo(Map.of("log/00000000000000000007", "note"));
        assertThat(alarms.raised()).isEmpty();
    }

    @Test
    void directoryThatCannotBeWrittenAlarmsAndRecoversByItself() throws IOException {
        Files.writeString(directory.resolve("kept"), "a file where the directory should be");
        var outside = new OutsideCheckpoints(folder(), alarms);
        outside.keep(7, "note");
        assertThat(alarms.isRaised(Alarm.CHECKPOINT_STORE)).isTrue();

        Files.delete(directory.resolve("kept"));
        outside.keep(7, "note");

        assertThat(alarms.raised()).isEmpty();
        assertThat(outside.last()).contains("note");
    }

    @Test
    void idleLogAsksTheStoreForNothing() throws IOException {
        var outside = new OutsideCheckpoints(bucket(TestBucket.SECRET), alarms);
        outside.keep(7, "note");
        int before = server.requests.get();

        outside.keep(7, "note");

        assertThat(server.requests).hasValue(before);
    }
}
