package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CborReaderTest {
    /** The worker's own test of its reader: round trips, refusals, and 300,000 rounds of noise. */
    @Test
    void workersReaderKeepsItsPromises() throws Exception {
        // Given
        Path test = Workers.options().executable().resolveSibling("cbor_test");
        assumeTrue(Files.isExecutable(test), () -> test + " is not built: lib/kernel/worker/build.sh builds it");

        // When
        Process process =
                new ProcessBuilder(test.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(process.waitFor()).as(output).isZero();
    }
}
