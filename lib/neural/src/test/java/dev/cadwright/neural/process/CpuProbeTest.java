package dev.cadwright.neural.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.kernels.InstructionSet;
import dev.cadwright.neural.tensor.Precision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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

    @Test
    void anInstructionThatTrapsEndsTheProbesChildAloneAndIsAvoidedFromThenOn(@TempDir Path folder) throws Exception {
        // Given: a processor whose matrix unit kills whoever uses it, unless the library is told to leave it alone
        Path java = folder.resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                [ -n "$ONEDNN_MAX_CPU_ISA" ] || kill -ILL $$
                echo '{"fp32": 100.0, "bf16": 50.0}'
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

        // When
        ChildOptions options = new ChildOptions(java, "", "1m", Map.of("ONEDNN_MAX_CPU_ISA", ""));
        CpuVerdict verdict = CpuProbe.verdict(options, folder.resolve("cpu.json"));

        // Then
        assertThat(verdict.traps()).isTrue();
        assertThat(verdict.fastest()).isEqualTo(Precision.FP32);
        assertThat(verdict.environment())
                .containsEntry("ONEDNN_MAX_CPU_ISA", "AVX512_CORE_BF16")
                .doesNotContainKey(InstructionSet.VARIABLE);
    }

    @Test
    void aProcessorThatNeverWorksIsAnError(@TempDir Path folder) throws Exception {
        // Given
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\nkill -ILL $$\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

        // When, Then
        assertThatThrownBy(
                        () -> CpuProbe.verdict(new ChildOptions(java, "", "1m", Map.of()), folder.resolve("cpu.json")))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining("dies on this processor");
    }
}
