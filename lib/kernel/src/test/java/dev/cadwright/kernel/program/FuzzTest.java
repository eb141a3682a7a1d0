package dev.cadwright.kernel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.program.HostileInputs.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Sound programs of every language, damaged a little. The seeds are counted up from 0: 320 of them in the build, more
 * with {@code -Dcadwright.fuzz.seeds}, from {@code -Dcadwright.fuzz.first} on.
 */
class FuzzTest {
    private static final int SEEDS = Integer.getInteger("cadwright.fuzz.seeds", 320);
    private static final long FIRST = Long.getLong("cadwright.fuzz.first", 0);
    /** How often a sound program is asked for between. */
    private static final int EVERY = 20;
    /** For each worker, two of exact geometry and one of OpenSCAD, whatever has passed through it. */
    private static final long MOST_MEMORY = 3 * (400L << 20);

    private static final long HEAP_GROWTH = 64L << 20;

    /** OpenSCAD takes a hundred times as long as the others. */
    private static InputKind kind(long seed) {
        if (seed % 32 == 31) {
            return InputKind.OPENSCAD;
        }
        InputKind[] kinds = {
            InputKind.CADQUERY,
            InputKind.DEEPCAD,
            InputKind.CADQUERY,
            InputKind.SKETCH,
            InputKind.STEP,
            InputKind.CADQUERY,
            InputKind.OPENECAD,
            InputKind.VECTOR,
            InputKind.CADQUERY,
            InputKind.FUSION360
        };
        return kinds[(int) (seed % kinds.length)];
    }

    @Test
    void everyDamagedProgramEndsInItsBudgetAndThePoolServesOn() throws IOException {
        // Given
        Map<InputKind, List<byte[]>> programs = DevPrograms.all();
        Map<InputKind, Map<Category, Integer>> counts = new EnumMap<>(InputKind.class);
        List<String> late = new ArrayList<>();
        try (ProgramPool pool = HostileInputs.pool()) {
            assertThat(HostileInputs.servesTheNext(pool)).isTrue();
            long heap = HostileInputs.heap();

            // When
            LongStream.range(FIRST, FIRST + SEEDS)
                    .parallel()
                    .filter(seed -> HostileInputs.canRun(kind(seed)))
                    .forEach(seed -> {
                        InputKind kind = kind(seed);
                        byte[] damaged = damaged(kind, programs.get(kind), seed);
                        Ending ending = HostileInputs.end(kind, damaged, pool);
                        synchronized (counts) {
                            if (ending.category() == Category.CRASH) {
                                System.out.println("seed " + seed + " " + kind.label() + ": " + ending);
                            }
                            counts.computeIfAbsent(kind, key -> new EnumMap<>(Category.class))
                                    .merge(ending.category(), 1, Integer::sum);
                            if (ending.elapsed().compareTo(HostileInputs.TIME.plus(HostileInputs.SLACK)) > 0) {
                                late.add("seed " + seed + " " + kind + ": " + ending);
                            }
                        }
                        if (seed % EVERY == 0) {
                            assertThat(HostileInputs.servesTheNext(pool))
                                    .as("a sound program after seed " + seed)
                                    .isTrue();
                        }
                    });

            // Then
            counts.forEach((kind, categories) -> System.out.println("fuzzed " + kind.label() + " " + categories));
            assertThat(late).as("beyond their budget").isEmpty();
            assertThat(HostileInputs.servesTheNext(pool)).isTrue();
            assertThat(HostileInputs.workersMemory())
                    .as("memory of the workers")
                    .isLessThan(MOST_MEMORY);
            assertThat(HostileInputs.heap() - heap).as("growth of the heap").isLessThan(HEAP_GROWTH);
        }
    }

    private static byte[] damaged(InputKind kind, List<byte[]> programs, long seed) {
        Mutation mutation = new Mutation(seed);
        byte[] program = programs.get(mutation.below(programs.size()));
        return kind.isText()
                ? mutation.of(new String(program, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : mutation.of(program);
    }
}
