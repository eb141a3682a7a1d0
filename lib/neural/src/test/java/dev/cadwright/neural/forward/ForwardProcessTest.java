package dev.cadwright.neural.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import dev.cadwright.neural.tensor.ScalarType;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardProcessTest {
    @TempDir
    private Path folder;

    @Test
    void theInputsOfAReferenceGiveItsLogits() throws InterruptedException {
        // Given
        Path golden = golden("qwen2_vl");
        Path out = folder.resolve("out.safetensors");

        // When
        ForwardAnswer answer = run(golden, golden.resolve("expected.safetensors"), out, Optional.empty());

        // Then
        assertThat(answer).isInstanceOfSatisfying(ForwardAnswer.Done.class, done -> assertThat(done.shape())
                .containsExactly(2L, 29L, 300L));
        try (SafetensorsFile written = SafetensorsFile.open(out);
                SafetensorsFile expected = SafetensorsFile.open(golden.resolve("expected.safetensors"))) {
            int lastRow = 29 * 300;
            assertThat(written.floats("logits", lastRow - 300L, 300))
                    .usingComparatorWithPrecision(2e-5f)
                    .containsExactly(expected.floats("logits", lastRow - 300L, 300));
            assertThat(written.names()).containsExactlyInAnyOrder("logits", "last_hidden_state");
        }
    }

    @Test
    void anAdapterTakesPart() throws InterruptedException {
        // Given
        Path golden = golden("qwen2");
        Path lora = golden.resolve("../../training/qwen2/lora").normalize();
        Path out = folder.resolve("out.safetensors");

        // When
        ForwardAnswer answer =
                run(golden, lora.resolve("expected.safetensors"), out, Optional.of(lora.resolve("start")));

        // Then
        assertThat(answer).isInstanceOf(ForwardAnswer.Done.class);
        try (SafetensorsFile written = SafetensorsFile.open(out);
                SafetensorsFile expected = SafetensorsFile.open(lora.resolve("expected.safetensors"))) {
            assertThat(written.floats("logits"))
                    .usingComparatorWithPrecision(2e-5f)
                    .containsExactly(expected.floats("logits_start"));
        }
    }

    @Test
    void aTokenBeyondTheVocabularyIsRefusedAndNothingIsWritten() throws InterruptedException {
        // Given
        Path golden = golden("qwen2");
        Path inputs = folder.resolve("in.safetensors");
        Path out = folder.resolve("out.safetensors");
        byte[] id = {64, 66, 15, 0, 0, 0, 0, 0};
        SafetensorsStream.write(
                inputs,
                Map.of(),
                List.of(new PlannedTensor("input_ids", ElementType.I64, new long[] {1, 1})),
                (_, sink) -> sink.accept(MemorySegment.ofArray(id)));

        // When
        ForwardAnswer answer = run(golden, inputs, out, Optional.empty());

        // Then
        assertThat(answer).isInstanceOfSatisfying(ForwardAnswer.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("bad_input"));
        assertThat(out).doesNotExist();
    }

    private static ForwardAnswer run(Path model, Path inputs, Path out, Optional<Path> adapter)
            throws InterruptedException {
        return ForwardProcess.run(
                ChildOptions.defaults(),
                new ForwardRequest(model, inputs, out, ScalarType.F32, 1, adapter, Optional.empty()));
    }

    private static Path golden(String name) {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = shared == null ? root.resolve("../shared") : Path.of(shared);
        Path models = data.resolve("data/golden/models");
        assumeTrue(Files.isDirectory(models), "the reference figures are not here: " + models.normalize());
        return models.resolve(name).toAbsolutePath();
    }
}
