package dev.cadwright.neural.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    private Path folder;

    @Test
    void theBytesAreThoseOfTensorboardsOwnWriter() throws IOException {
        // Given
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("train/loss", 1.5);
        values.put("train/lr", 0.25);

        // When
        try (EventFile events = EventFile.begin(folder, clock)) {
            events.scalars(300, values);
        }

        // Then
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(files().getFirst())))
                .isEqualTo(EXPECTED);
    }

    @Test
    void twoAttemptsWithinASecondHaveTwoFiles() throws IOException {
        // Given
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

        // When
        EventFile.begin(folder, clock).close();
        EventFile.begin(folder, clock).close();

        // Then
        assertThat(files()).hasSize(2);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Written by the Python package tensorboard 2.21.0 with the same times, steps and values. */
    private static final String EXPECTED =
            "1800000000000000a37f4b220900000040fc54d9411a0d627261696e2e4576656e743a32eced8f9d3200000000000000"
                    + "241956ec0900000040fc54d94110ac022a240a110a0a747261696e2f6c6f7373150000c03f0a0f0a08747261696e2f6c"
                    + "72150000803e71528674";
}
