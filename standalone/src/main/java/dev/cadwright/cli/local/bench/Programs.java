package dev.cadwright.cli.local.bench;

import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.cadquery.CadQueryRun;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.ShapeInput;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.KernelSession;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads and executes programs, as the command {@code run} does. */
record Programs(ProgramPool pool, Budget budget) {
    /** @return whether shapes came out, valid or not */
    boolean execute(Input.File program, Request request) {
        try {
            return switch (ShapeInput.read(program)) {
                case ShapeInput.Executable executable ->
                    succeeded(pool.execute(executable.source(), request.within(budget)));
                case ShapeInput.Finished _, ShapeInput.Unreadable _ -> false;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a CadQuery program, builds what it leaves and checks whether that is valid, without measuring: what executing a
     * program in CadQuery itself comes to.
     *
     * @return whether shapes came out, valid or not
     */
    boolean build(Input.File program) {
        String text;
        try {
            text = new String(program.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(CadQueryProgram.parse(text) instanceof Parse.Ok<CadQueryProgram>(var parsed))) {
            return false;
        }
        try (KernelSession session = pool.kernel().session(budget)) {
            Modeller modeller = session.modeller();
            if (!(parsed.run(modeller, dev.cadwright.cad.python.interpret.Budget.DEFAULT)
                    instanceof CadQueryRun.Finished finished)) {
                return false;
            }
            modeller.isValid(new GroupShape.Compound(finished.shapes(), SourceSpan.NONE));
            return !finished.shapes().isEmpty();
        } catch (ModellingException e) {
            return false;
        }
    }

    void executeAll(List<Input.File> programs, Request request) {
        programs.forEach(program -> execute(program, request));
    }

    private static boolean succeeded(ProgramExecution execution) {
        return execution.category() == Category.OK || execution.category() == Category.INVALID;
    }
}
