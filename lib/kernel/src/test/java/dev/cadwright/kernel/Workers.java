package dev.cadwright.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The real worker for tests, which are skipped where it has not been built. */
public final class Workers {
    private Workers() {}

    public static KernelOptions options() {
        Path executable = WorkerExecutable.resolve();
        assumeTrue(
                Files.isExecutable(executable),
                () -> "the kernel worker " + executable + " is not built: lib/kernel/worker/build.sh builds it");
        return KernelOptions.standard().withWorkers(2);
    }

    /** A way to the worker below the pool, with the operations that misbehave on demand. */
    static Dispatcher misbehaving(int workers) {
        return new Dispatcher(new Slots(options().withWorkers(workers).withTestOperations()));
    }

    /** What became of an instruction that has no answer. */
    static Execution lost(Dispatcher dispatcher, Budget budget, Instruction instruction) {
        return ((Dispatcher.Outcome.Lost) dispatcher.dispatch(budget, List.of(instruction))).execution();
    }

    /** Of a box of 1 × 2 × 3, as a worker measures it. */
    static double volume(Dispatcher dispatcher) {
        List<Instruction> instructions = new ArrayList<>();
        int box = Sources.build(Shapes.box(1, 2, 3), OptionalDouble.empty(), 1, instructions);
        instructions.add(Instruction.measure(box));
        Dispatcher.Outcome outcome = dispatcher.dispatch(Budget.STANDARD, instructions);
        Execution execution =
                ExecutionReader.read(Request.properties(), List.of(), (Dispatcher.Outcome.Answer) outcome);
        return ((Execution.Solid) execution).properties().volume();
    }

    /** The processes of this one. */
    static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** Processes that this one has started since. */
    static Set<Long> started(Set<Long> before) {
        Set<Long> now = children();
        now.removeAll(before);
        return now;
    }

    /** The folder of sample data that does not ship; tests on it are skipped where it is absent. */
    public static Path shared() {
        String named = System.getenv("CADWRIGHT_SHARED");
        Path folder = named != null ? Path.of(named) : root().resolveSibling("shared");
        assumeTrue(
                Files.isDirectory(folder),
                () -> "the sample data " + folder + " is not there: CADWRIGHT_SHARED names its folder");
        return folder;
    }

    /** The root of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("cadwright.root", "."))
                .toAbsolutePath()
                .normalize();
    }
}
