package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.value.BudgetExhausted;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs programs. */
public final class Interpreter {
    private static final long STACK_BYTES = 64L << 20;

    private final Machine machine;
    private final ModuleTree program;
    private final Consumer<Outcome.Finished> last;

    private Interpreter(Machine machine, ModuleTree program, Consumer<Outcome.Finished> last) {
        this.machine = machine;
        this.program = program;
        this.last = last;
    }

    /**
     * Runs a program in a namespace of its own. Nothing that a program does makes this throw. A program that defines
     * functions or classes runs on a thread of its own with room for Python's depth of calls; the calling thread waits,
     * and when it is interrupted the run ends as if its time were over.
     */
    public static Outcome run(ModuleTree program, Host host, Budget budget) {
        return run(program, host, budget, finished -> {});
    }

    /**
     * As above, with a step of the host after the program's last: what it throws is the program's outcome, as if the
     * program had called it.
     */
    public static Outcome run(ModuleTree program, Host host, Budget budget, Consumer<Outcome.Finished> last) {
        if (!program.definesCode()) {
            return new Interpreter(new Machine(host, budget), program, last).run();
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        Budget cancellable =
                budget.until(() -> cancelled.get() || budget.expired().getAsBoolean());
        Interpreter interpreter = new Interpreter(new Machine(host, cancellable), program, last);
        return interpreter.runOnDeepStack(cancelled);
    }

    private Outcome runOnDeepStack(AtomicBoolean cancelled) {
        Outcome[] outcome = new Outcome[1];
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, () -> outcome[0] = run(), "python-program", STACK_BYTES);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, thrown) -> failure[0] = thrown);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException interruption) {
                interrupted = true;
                cancelled.set(true);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure[0] != null) {
            throw new IllegalStateException("the host of a program failed", failure[0]);
        }
        return outcome[0];
    }

    private Outcome run() {
        Meter meter = machine.meter();
        try {
            Frame frame = new Frame(machine.globals(), null, null);
            machine.setFrame(frame);
            machine.executor().run(program.body(), frame);
            Outcome.Finished finished = new Outcome.Finished(machine.names().variables(), meter.printed());
            last.accept(finished);
            return finished;
        } catch (PythonError error) {
            return raised(error.locate(machine.span()));
        } catch (UnsupportedConstruct unsupported) {
            SourceSpan span = unsupported.span().orElse(machine.span());
            return new Outcome.Unsupported(unsupported.construct(), unsupported.reason(), span, meter.printed());
        } catch (BudgetExhausted exhausted) {
            return new Outcome.Exhausted(exhausted.resource(), exhausted.getMessage(), machine.span(), meter.printed());
        } catch (StackOverflowError overflow) {
            return new Outcome.Raised(
                    ExceptionTypes.RECURSION_ERROR.name(),
                    "maximum recursion depth exceeded",
                    machine.span(),
                    "",
                    meter.printed());
        }
    }

    private Outcome raised(PythonError error) {
        String message;
        try {
            message = machine.str(error.exception());
        } catch (PythonError | UnsupportedConstruct | BudgetExhausted | StackOverflowError inner) {
            message = "<exception str() failed>";
        }
        SourceSpan span = error.span().orElse(SourceSpan.NONE);
        return new Outcome.Raised(
                error.exception().typeName(),
                message,
                span,
                error.hint(),
                machine.meter().printed());
    }
}
