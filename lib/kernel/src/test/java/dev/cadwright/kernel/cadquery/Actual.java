package dev.cadwright.kernel.cadquery;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Fault;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.kernel.program.ProgramSource;
import java.time.Duration;
import java.util.Optional;

/**
 * What this project makes of one program, on the way that every command and service takes.
 *
 * @param category as in the command line's records
 * @param message of a failure
 * @param properties of what came out
 */
record Actual(Category category, String message, Optional<SolidProperties> properties, Duration elapsed) {
    static final Budget BUDGET = Budget.STANDARD.withTime(Duration.ofSeconds(30));

    static Actual of(String text, KernelPool pool) {
        return of(text, pool, BUDGET);
    }

    static Actual of(String text, KernelPool pool, Budget budget) {
        long start = System.nanoTime();
        Parse<CadQueryProgram> parsed = CadQueryProgram.parse(text);
        if (parsed instanceof Parse.Failed<CadQueryProgram>(var diagnostics)) {
            Diagnostic first = diagnostics.getFirst();
            Category category = first.isUnsupported() ? Category.UNSUPPORTED : Category.SYNTAX;
            return new Actual(category, first.toString(), Optional.empty(), Duration.ZERO);
        }
        ProgramSource source = new ProgramSource.CadQuery(parsed.orElseThrow());
        ProgramExecution execution =
                ProgramPool.around(pool).execute(source, Request.properties().within(budget));
        return of(((ProgramExecution.Exact) execution).execution(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static Actual of(Execution execution, Duration elapsed) {
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
        return new Actual(execution.category(), message(execution), properties, elapsed);
    }

    private static String message(Execution execution) {
        return switch (execution) {
            case Execution.Solid _, Execution.Loose _, Execution.Invalid _ -> "";
            case Execution.Rejected rejected -> message(rejected.fault());
            case Execution.NoResult none -> message(none.fault());
            case Execution.Exhausted exhausted -> message(exhausted.fault());
            case Execution.TimedOut _ -> "out of time";
            case Execution.Crashed crashed -> crashed.signal();
        };
    }

    private static String message(Fault fault) {
        String place = fault.span()
                .map(span -> span.line() + ":" + span.column() + " ")
                .orElse("");
        return place + fault.message() + " [" + fault.code() + "]";
    }
}
