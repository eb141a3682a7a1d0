package dev.cadwright.cli.local;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryHistory;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.program.ProgramPool;
import java.nio.charset.StandardCharsets;

/**
 * Converts programs. A CadQuery program that asks about its shapes is asked for again with the kernel to answer, where there
 * is one; its workers start only then.
 */
final class Conversion implements AutoCloseable {
    private final KernelSettings settings;
    private ProgramPool programs;

    Conversion(KernelSettings settings) {
        this.settings = settings;
    }

    Parse<String> convert(Language byName, byte[] file, Language target) {
        Parse<String> converted = Programs.convert(byName, file, target);
        return converted instanceof Parse.Failed<String>(var diagnostics)
                        && diagnostics.getFirst().code().equals(CadQueryHistory.UNSUPPORTED)
                ? answered(new String(file, StandardCharsets.UTF_8), target, converted)
                : converted;
    }

    private Parse<String> answered(String text, Language target, Parse<String> otherwise) {
        try {
            return CadQueryProgram.parse(text)
                    .then(this::construction)
                    .then(construction -> Programs.print(target, construction));
        } catch (KernelException e) {
            return otherwise;
        }
    }

    private Parse<Construction> construction(CadQueryProgram program) {
        if (programs == null) {
            programs = settings.open(1);
        }
        return programs.construction(program, settings.budget());
    }

    @Override
    public void close() {
        if (programs != null) {
            programs.close();
        }
    }
}
