package dev.cadwright.neural.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.Golden;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.quantize.Quantization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewriteProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aModelIsMergedAndThenQuantisedInProcessesOfTheirOwn() throws InterruptedException {
        // Given
        Path training = Golden.trainings().getFirst();
        Path merged = folder.resolve("merged");
        Path small = folder.resolve("small");
        List<RewriteEvent.Progress> steps = new ArrayList<>();

        // When
        RewriteEvent.Done first = RewriteProcess.run(
                ChildOptions.defaults(),
                new RewriteRequest.Merge(Golden.base(training), training.resolve("lora/start"), merged),
                steps::add);
        RewriteEvent.Done second = RewriteProcess.run(
                ChildOptions.defaults(),
                new RewriteRequest.Quantize(merged, Quantization.NF4_DOUBLE, small),
                steps::add);

        // Then
        assertThat(first.layers()).isEqualTo(second.layers()).isPositive();
        assertThat(second.bytes()).isLessThan(first.bytes());
        assertThat(steps).hasSizeGreaterThan(20);
        assertThat(Configuration.ofFolder(small).section("quantization_config").flag("load_in_4bit", false))
                .isTrue();
    }

    @Test
    void anAdapterOfAnotherModelIsRefusedAndNothingIsWritten() {
        // Given
        List<Path> trainings = Golden.trainings();
        RewriteRequest wrong = new RewriteRequest.Merge(
                Golden.base(trainings.getFirst()), trainings.getLast().resolve("lora/start"), folder.resolve("merged"));

        // When // Then
        assertThatThrownBy(() -> RewriteProcess.run(ChildOptions.defaults(), wrong, _ -> {}))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_adapter"))
                .hasMessageContaining("shape");
        assertThat(folder).isEmptyDirectory();
    }
}
