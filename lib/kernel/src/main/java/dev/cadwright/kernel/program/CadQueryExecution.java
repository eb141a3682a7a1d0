package dev.cadwright.kernel.program;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.cadquery.CadQueryRun;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.HeapShare;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.python.value.BudgetExhausted;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Fault;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.KernelSession;
import dev.cadwright.kernel.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs a CadQuery program in the interpreter, its shapes in a session of the kernel. */
final class CadQueryExecution {
    private CadQueryExecution() {}

    /**
     * The request's time holds for both together; waiting for a free worker takes none of it. A program that cost two
     * workers their life is not run again.
     */
    static Execution of(CadQueryProgram program, KernelPool kernel, Request request) {
        return kernel.verdict(program.text(), request).orElseGet(() -> run(program, kernel, request));
    }

    private static Execution run(CadQueryProgram program, KernelPool kernel, Request request) {
        try (HeapShare share = share()) {
            return run(program, kernel, request, share);
        }
    }

    /** Once more in single steps, where unions done in one operation are what may have spoilt the solid. */
    private static Execution run(CadQueryProgram program, KernelPool kernel, Request request, HeapShare share) {
        Execution first;
        Duration spent;
        try (KernelSession session = kernel.session(program.text(), request)) {
            first = run(program, session, request, share);
            if (!session.isDoubtful()) {
                return first;
            }
            spent = session.elapsed();
        }
        return kernel.sessionOfSingleSteps(program.text(), request, spent)
                .map(session -> again(program, session, request, share))
                .filter(Execution.Solid.class::isInstance)
                .orElse(first);
    }

    private static Execution again(CadQueryProgram program, KernelSession opened, Request request, HeapShare share) {
        try (KernelSession session = opened) {
            return run(program, session, request, share);
        }
    }

    private static Execution run(CadQueryProgram program, KernelSession session, Request request, HeapShare share) {
        CadQueryRun run = program.run(session.modeller(), within(share, request.budget(), session));
        return switch (run) {
            case CadQueryRun.Finished finished -> session.execute(finished.shapes(), finished.parts(), request);
            case CadQueryRun.Failed failed -> failed(failed, request, session.elapsed());
            case CadQueryRun.Ended ended -> session.outcomeOf(ended.cause());
        };
    }

    /** The construction of a program, its questions answered by a session of the kernel. */
    static Parse<Construction> construction(
            CadQueryProgram program, KernelPool kernel, dev.cadwright.kernel.Budget budget) {
        try (HeapShare share = share();
                KernelSession session = kernel.session(budget)) {
            return program.construction(session.modeller(), within(share, budget, session));
        }
    }

    private static HeapShare share() {
        try {
            return HeapShare.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException(KernelException.Code.INTERRUPTED, "interrupted while other programs ran", e);
        }
    }

    /**
     * The interpreter's own limits, until the session's time is over. The request's memory is the worker's; what the
     * program itself makes lies in this process and has no more.
     */
    private static Budget within(HeapShare share, dev.cadwright.kernel.Budget budget, KernelSession session) {
        return share.limit(Budget.DEFAULT)
                .withMemoryAtMost(budget.memory())
                .until(() -> session.elapsed().compareTo(budget.time()) > 0);
    }

    private static Execution failed(CadQueryRun.Failed failed, Request request, Duration elapsed) {
        return switch (failed.outcome()) {
            case Outcome.Raised raised ->
                new Execution.Rejected(Execution.Rejection.RUNTIME, fault(raised.diagnostic(), raised.span()), elapsed);
            case Outcome.Unsupported unsupported ->
                new Execution.Rejected(
                        Execution.Rejection.UNSUPPORTED, fault(unsupported.diagnostic(), unsupported.span()), elapsed);
            case Outcome.Exhausted exhausted ->
                exhausted.resource() == BudgetExhausted.Resource.TIME
                        ? new Execution.TimedOut(request.budget(), elapsed)
                        : new Execution.Exhausted(
                                request.budget(), fault(exhausted.diagnostic(), exhausted.span()), elapsed);
            case Outcome.Finished _ -> throw new IllegalStateException("a program that finished did not fail");
        };
    }

    private static Fault fault(Optional<Diagnostic> diagnostic, SourceSpan span) {
        Diagnostic what = diagnostic.orElseThrow();
        String message = what.hint().isEmpty() ? what.message() : what.message() + "; " + what.hint();
        return new Fault(
                what.code(), message, OptionalInt.empty(), span.line() == 0 ? Optional.empty() : Optional.of(span));
    }
}
