package dev.cadwright.cad.openscad;

import dev.cadwright.cad.Diagnostic;
import java.util.List;

/**
 * What can be said of a program without running it.
 *
 * @param errors what keeps it from running or from giving the whole result: it does not read, or a file that it includes
 *     or uses is not given
 * @param warnings what OpenSCAD warns of and goes on: names that are not there (their value is {@code undef}, their
 *     module makes nothing) and arguments that no parameter takes
 * @param modules the modules that it defines, in order
 * @param functions the functions that it defines, in order
 * @param usedModules the modules that it instantiates, sorted, its own and built-in ones alike
 */
public record ScadReport(
        List<Diagnostic> errors,
        List<Diagnostic> warnings,
        List<ScadParameter> parameters,
        List<Definition> modules,
        List<Definition> functions,
        List<String> usedModules,
        List<FileReference> files) {
    public ScadReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        parameters = List.copyOf(parameters);
        modules = List.copyOf(modules);
        functions = List.copyOf(functions);
        usedModules = List.copyOf(usedModules);
        files = List.copyOf(files);
    }

    /** Whether nothing keeps the program from running. */
    public boolean isOk() {
        return errors.isEmpty();
    }

    /** A module or function with its parameters. */
    public record Definition(String name, List<String> parameters, int line) {
        public Definition {
            parameters = List.copyOf(parameters);
        }
    }

    /** A file that is included or used, and whether it is among those given. */
    public record FileReference(String path, boolean included, boolean resolved, int line) {}
}
