package dev.cadwright.kernel.cadquery;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.cadquery.CadQueryRun;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.KernelSession;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * What this project makes of one program.
 *
 * @param category as in the command line's records
 * @param message of a failure
 * @param properties of what came out
 * @param rule how the result was found
 */
record Actual(Category category, String message, Optional<SolidProperties> properties, String rule, Duration elapsed) {
    private static final dev.cadwright.kernel.Budget KERNEL =
            dev.cadwright.kernel.Budget.STANDARD.withTime(Duration.ofSeconds(30));

    static Actual of(String text, KernelPool pool) {
        return of(text, pool, Budget.DEFAULT);
    }

    static Actual of(String text, KernelPool pool, Budget steps) {
        long start = System.nanoTime();
        try (KernelSession session = pool.session(KERNEL)) {
            Parse<CadQueryProgram> parsed = CadQueryProgram.parse(text);
            if (parsed instanceof Parse.Failed<CadQueryProgram>(var diagnostics)) {
                Diagnostic first = diagnostics.getFirst();
                Category category = first.isUnsupported() ? Category.UNSUPPORTED : Category.SYNTAX;
                return new Actual(category, first.toString(), Optional.empty(), "", Duration.ZERO);
            }
            CadQueryProgram program = parsed.orElseThrow();
            long deadline = start + Duration.ofSeconds(20).toNanos();
            Budget budget = steps.until(() -> System.nanoTime() > deadline);
            CadQueryRun run = program.run(session.modeller(), budget);
            Actual actual =
                    switch (run) {
                        case CadQueryRun.Finished finished ->
                            executed(session.execute(finished.shapes(), Request.properties()), finished.rule());
                        case CadQueryRun.Failed failed -> failed(failed);
                        case CadQueryRun.Ended ended ->
                            session.ended().map(end -> executed(end, "")).orElseThrow();
                    };
            return new Actual(
                    actual.category,
                    actual.message,
                    actual.properties,
                    actual.rule,
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Actual failed(CadQueryRun.Failed failed) {
        Category category =
                switch (failed.outcome()) {
                    case Outcome.Raised raised -> Category.RUNTIME;
                    case Outcome.Unsupported unsupported -> Category.UNSUPPORTED;
                    case Outcome.Exhausted exhausted -> Category.EXHAUSTED;
                    case Outcome.Finished finished -> throw new IllegalStateException("finished");
                };
        String message = failed.diagnostic().map(Object::toString).orElse("");
        return new Actual(category, message, Optional.empty(), "", Duration.ZERO);
    }

    private static Actual executed(Execution execution, String rule) {
        Optional<SolidProperties> properties =
                switch (execution) {
                    case Execution.Solid solid -> Optional.of(solid.properties());
                    case Execution.Loose loose -> Optional.of(loose.properties());
                    case Execution.Invalid invalid -> Optional.of(invalid.properties());
                    case Execution.Rejected _,
                            Execution.NoResult _,
                            Execution.Exhausted _,
                            Execution.TimedOut _,
                            Execution.Crashed _ -> Optional.empty();
                };
        String message = properties.isPresent() ? "" : execution.toString();
        return new Actual(execution.category(), message, properties, rule, Duration.ZERO);
    }
}
