package dev.cadwright.cad.openscad;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.openscad.ScadReport.Definition;
import dev.cadwright.cad.openscad.ScadReport.FileReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks one program with the files that it may include and use. */
final class ScadCheck {
    private static final int MOST_FILES = 1000;

    private final Map<String, String> files;
    private final Scope top = new Scope(null);
    private final List<FileReference> references = new ArrayList<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean complete = true;

    private ScadCheck(Map<String, String> files) {
        this.files = files;
    }

    static ScadReport check(String name, String text, Map<String, String> files) {
        ScadCheck check = new ScadCheck(files);
        check.seen.add(name);
        return switch (ScadLanguage.parse(text)) {
            case Parse.Ok<ScadProgram>(ScadProgram program) -> check.report(name, text, program);
            case Parse.Failed<ScadProgram>(List<Diagnostic> diagnostics) ->
                new ScadReport(diagnostics, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        };
    }

    private ScadReport report(String name, String text, ScadProgram program) {
        takeIn(folder(name), program.statements(), true, 0);
        Findings findings = new Findings(complete);
        new StatementCheck(findings).check(program.statements(), top);
        return new ScadReport(
                errors,
                findings.warnings(),
                new ParameterReader(text).read(program),
                modules(program),
                functions(program),
                findings.usedModules(),
                references);
    }

    /** Defines what the statements and the files that they name define. Only the program's own files are reported. */
    private void takeIn(String folder, List<Statement> statements, boolean variables, int level) {
        if (variables) {
            top.define(statements);
        } else {
            top.defineCallables(statements);
        }
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Include include ->
                    file(
                            folder,
                            new FileReference(
                                    include.path(), true, false, include.span().line()),
                            variables,
                            level);
                case Statement.Use use ->
                    file(
                            folder,
                            new FileReference(
                                    use.path(), false, false, use.span().line()),
                            false,
                            level);
                case Statement.Assignment assignment -> {}
                case Statement.ModuleDefinition module -> {}
                case Statement.FunctionDefinition function -> {}
                case Statement.Instantiation instantiation -> {}
                case Statement.Choice choice -> {}
                case Statement.Block block -> {}
            }
        }
    }

    private void file(String folder, FileReference named, boolean variables, int level) {
        String path = resolve(folder, named.path());
        boolean resolved = !path.isEmpty();
        if (level == 0) {
            references.add(new FileReference(named.path(), named.included(), resolved, named.line()));
        }
        if (!resolved) {
            complete = false;
            if (level == 0) {
                String word = named.included() ? "included" : "used";
                String message = "the " + word + " file \"" + named.path() + "\" is not among the given files";
                errors.add(new Diagnostic(
                        "reference.file",
                        message,
                        named.line(),
                        1,
                        NearestName.quotedHint(named.path(), files.keySet())));
            }
            return;
        }
        // An included file may stand in several places, also in itself: its names are the same each time.
        if (seen.add(path + (variables ? "" : " used")) && seen.size() < MOST_FILES) {
            ScadLanguage.parse(files.get(path))
                    .toOptional()
                    .ifPresentOrElse(
                            program -> takeIn(folder(path), program.statements(), variables, level + 1),
                            () -> complete = false);
        }
    }

    /** Beside the file that names it, else at the top; empty where there is no such file. */
    private String resolve(String folder, String path) {
        String beside = normal(folder + path);
        if (files.containsKey(beside)) {
            return beside;
        }
        String atTop = normal(path);
        return files.containsKey(atTop) ? atTop : "";
    }

    /** Without {@code .} and {@code ..}; a path that leads out names no file. */
    private static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return "";
                }
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static List<Definition> modules(ScadProgram program) {
        List<Definition> modules = new ArrayList<>();
        for (Statement statement : program.statements()) {
            if (statement instanceof Statement.ModuleDefinition module) {
                modules.add(definition(
                        module.name(), module.parameters(), module.span().line()));
            }
        }
        return modules;
    }

    private static List<Definition> functions(ScadProgram program) {
        List<Definition> functions = new ArrayList<>();
        for (Statement statement : program.statements()) {
            if (statement instanceof Statement.FunctionDefinition function) {
                functions.add(definition(
                        function.name(), function.parameters(), function.span().line()));
            }
        }
        return functions;
    }

    private static Definition definition(String name, List<Parameter> parameters, int line) {
        return new Definition(name, parameters.stream().map(Parameter::name).toList(), line);
    }
}
