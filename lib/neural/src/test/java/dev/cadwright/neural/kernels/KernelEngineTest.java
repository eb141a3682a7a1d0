package dev.cadwright.neural.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.process.CpuVerdict;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelEngineTest {
    private static final double SINGLE_PRECISION = 2e-6;
    /** Inputs, and restored codes of four bits, have eight significant bits. */
    private static final double ROUNDED = 1e-2;

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(KernelLibrary.isPresent(), "the kernels are not built: sh lib/neural/native/build.sh");
    }

    @ParameterizedTest
    @EnumSource(
            value = InstructionSet.class,
            names = {"PORTABLE", "AVX2", "AVX512"})
    void everySetOfInstructionsComputesThePlainProduct(InstructionSet set) {
        try (Arena arena = Arena.ofConfined();
                KernelEngine engine = KernelEngine.open(2, set)) {
            assumeTrue(engine.instructions() == set, "this processor lacks " + set);
            for (StoredWeight.Format format : StoredWeight.Format.values()) {
                // Given: rows and columns that fill vectors, and that do not
                boolean blocks = format == StoredWeight.Format.FOUR_BIT;
                for (int[] size : new int[][] {{32, 64}, {70, 128}, {130, 320}, {33, blocks ? 192 : 50}}) {
                    PlainProduct product = PlainProduct.random(format, size[0], size[1], 3, arena);
                    for (int inputs : new int[] {1, 2, 3, 4, 7, 16, 17}) {
                        // When
                        double error = product.error(engine, inputs, false, arena);

                        // Then
                        assertThat(error)
                                .as("%s of %d inputs with %s [%d, %d]", set, inputs, format, size[0], size[1])
                                .isLessThan(SINGLE_PRECISION);
                    }
                }
            }
        }
    }

    @Test
    void theMatrixUnitComputesTheProductOfRoundedInputsWhereItWasSeenToWork(@TempDir Path folder) throws Exception {
        // Given
        ChildOptions options =
                ChildOptions.defaults().with("ONEDNN_MAX_CPU_ISA", "").withHeap("256m");
        CpuVerdict verdict = CpuProbe.verdict(options, folder.resolve("cpu.json"));
        assumeTrue(!verdict.traps(), "this processor's matrix unit traps");

        // When
        String line;
        try (ChildJvm child = ChildJvm.start(options.with(InstructionSet.VARIABLE, "amx"), MatrixUnitMain.class)) {
            line = child.readLine();
            assertThat(child.await().status()).as("%s", child.await().log()).isZero();
        }

        // Then
        assumeTrue(line.startsWith("AMX"), "this processor has no matrix unit");
        assertThat(Double.parseDouble(line.split(" ")[1])).isLessThan(ROUNDED);
    }

    @Test
    void codesOfEightBitsAreTheNearestOnes() {
        try (Arena arena = Arena.ofConfined();
                KernelEngine engine = KernelEngine.open(2, InstructionSet.AVX512)) {
            // Given
            PlainProduct full = PlainProduct.random(StoredWeight.Format.SINGLE, 300, 70, 11, arena);

            // When
            StoredWeight quantised = engine.quantize(full.weight(), arena);

            // Then
            for (int row = 0; row < 300; row++) {
                float scale = quantised.scales().getAtIndex(ValueLayout.JAVA_FLOAT, row);
                for (int column = 0; column < 70; column++) {
                    long at = row * 70L + column;
                    float number = full.weight().data().getAtIndex(ValueLayout.JAVA_FLOAT, at);
                    byte code = quantised.data().get(ValueLayout.JAVA_BYTE, at);
                    assertThat((double) code * scale).isCloseTo(number, within(scale * 0.5001));
                }
            }
        }
    }

    @Test
    void bandwidthIsThatOfMemory() {
        try (Arena arena = Arena.ofConfined();
                KernelEngine engine = KernelEngine.open(2, InstructionSet.PORTABLE)) {
            MemorySegment memory = arena.allocate(64L << 20, 64);

            assertThat(engine.bandwidth(memory)).isBetween(1e8, 1e13);
        }
    }

    @Test
    void aLibraryThatIsNotThereIsNotFound(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("kernels.so"));
        Properties nowhere = new Properties();
        nowhere.setProperty("cadwright.root", folder.toString());

        assertThat(KernelLibrary.file(Map.of(), nowhere)).isEmpty();
        assertThat(KernelLibrary.file(Map.of(KernelLibrary.VARIABLE, ""), nowhere))
                .isEmpty();
        assertThat(KernelLibrary.file(Map.of(KernelLibrary.VARIABLE, file.toString()), nowhere))
                .contains(file);
    }

    @Test
    void theMatrixUnitIsUsedOnlyWhereItIsSaidToWork() {
        assertThat(InstructionSet.permitted(Map.of())).isEqualTo(InstructionSet.AVX512);
        assertThat(InstructionSet.permitted(Map.of(InstructionSet.VARIABLE, "amx")))
                .isEqualTo(InstructionSet.AMX);
        assertThat(InstructionSet.permitted(Map.of(InstructionSet.VARIABLE, "portable")))
                .isEqualTo(InstructionSet.PORTABLE);
    }
}
