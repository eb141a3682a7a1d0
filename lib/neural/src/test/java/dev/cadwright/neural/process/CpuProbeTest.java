package dev.cadwright.neural.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuProbeTest {
    @TempDir
    private Path folder;

    @Test
    void theVerdictIsMeasuredOnceAndKept() throws Exception {
        // Given
        Path cache = folder.resolve("cpu.json");
        ChildOptions options = ChildOptions.defaults().withHeap("200m");

        // When
        CpuVerdict measured = CpuProbe.verdict(options, cache);
        CpuVerdict known =
                CpuProbe.verdict(new ChildOptions(Path.of("/nowhere/java"), "", "1m", options.environment()), cache);

        // Then
        assertThat(measured.fp32()).isPositive();
        assertThat(measured.bf16()).isPositive();
        assertThat(known).isEqualTo(measured);
        assertThat(Files.readString(cache)).contains(measured.machine());
    }
}
