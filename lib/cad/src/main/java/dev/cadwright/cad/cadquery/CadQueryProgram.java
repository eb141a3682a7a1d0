package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryRun.Finished;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Interpreter;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.syntax.PythonParser;
import dev.cadwright.cad.shape.Modeller;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A program in Python that uses CadQuery (behaviour of version 2.8.0). It runs in an interpreter of its own: without
 * Python, files, network or time, and within a budget. Programs of the same text are equal.
 */
public final class CadQueryProgram {
    private final String text;
    private final ModuleTree tree;

    private CadQueryProgram(String text, ModuleTree tree) {
        this.text = text;
        this.tree = tree;
    }

    /** Reads a program. What does not read gives diagnostics, never an exception. */
    public static Parse<CadQueryProgram> parse(String text) {
        return PythonParser.parse(text).then(tree -> new Parse.Ok<>(new CadQueryProgram(text, tree)));
    }

    /** The program as it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CadQueryProgram program && text.equals(program.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** What is a program, for constrained decoding: the grammar of the Python that is read. */
    public static Grammar grammar() {
        return PythonParser.grammar();
    }

    /** What is known to be wrong or unsupported without running the program, in the order of the text. */
    public List<Diagnostic> check() {
        return ProgramCheck.of(tree);
    }

    /**
     * Runs the program. Shapes are made as the modeller is asked about them; those of the result stay to be executed.
     * Nothing that the program does makes this throw.
     *
     * @param modeller answers what the program asks; used by one thread at a time, not always the calling one
     */
    public CadQueryRun run(Modeller modeller, Budget budget) {
        Modelling modelling = new Modelling(modeller, TryFinder.hasTry(tree.body()));
        AtomicReference<Finished> result = new AtomicReference<>();
        Outcome outcome = Interpreter.run(
                tree,
                Modules.HOST.keeping(Modelling.class, modelling),
                budget,
                finished -> result.set(result(modelling, finished)));
        if (modelling.ended() != null) {
            return new CadQueryRun.Ended(modelling.ended());
        }
        return outcome instanceof Outcome.Finished ? result.get() : new CadQueryRun.Failed(outcome);
    }

    /**
     * The construction that gives the same solid, found without a kernel; fails with the reason and its place where the
     * program is no history of sketches, extrusions, revolutions, boxes and cylinders, or asks what only an execution
     * tells.
     */
    public Parse<Construction> construction(Budget budget) {
        return construction(new FlatModeller(), budget);
    }

    /** As above, with a modeller that answers more. @param modeller as for {@link #run} */
    public Parse<Construction> construction(Modeller modeller, Budget budget) {
        return switch (run(modeller, budget)) {
            case Finished finished -> CadQueryHistory.of(finished.shapes());
            case CadQueryRun.Failed failed -> Parse.failed(failed.diagnostic().orElseThrow());
            case CadQueryRun.Ended ended ->
                ended.cause().code().equals(FlatModeller.UNANSWERED)
                        ? CadQueryHistory.unsupported(
                                ended.cause().span(), ended.cause().getMessage())
                        : Parse.failed(ended.diagnostic().orElseThrow());
        };
    }

    private static Finished result(Modelling modelling, Outcome.Finished finished) {
        Finished result = Results.of(modelling, finished.variables(), finished.printed());
        Results.tryUnused(modelling, result.shapes());
        return result;
    }
}
