package dev.cadwright.cad.openscad;

import java.util.Iterator;
import java.util.List;

/** Prints statements, one a line, with four spaces a level. */
final class ScadPrinter {
    private final StringBuilder text = new StringBuilder();
    private int level;

    String print(ScadProgram program) {
        lines(program.statements());
        return text.toString();
    }

    private void lines(List<Statement> statements) {
        for (Statement statement : statements) {
            text.repeat("    ", level);
            write(statement);
            text.append('\n');
        }
    }

    private void write(Statement statement) {
        switch (statement) {
            case Statement.Include include ->
                text.append("include <").append(include.path()).append('>');
            case Statement.Use use -> text.append("use <").append(use.path()).append('>');
            case Statement.Assignment assignment ->
                text.append(assignment.name())
                        .append(" = ")
                        .append(ExpressionPrinter.print(assignment.value()))
                        .append(';');
            case Statement.ModuleDefinition module -> {
                text.append("module ").append(module.name()).append(parameters(module.parameters()));
                block(module.body());
            }
            case Statement.FunctionDefinition function ->
                text.append("function ")
                        .append(function.name())
                        .append(parameters(function.parameters()))
                        .append(" = ")
                        .append(ExpressionPrinter.print(function.body()))
                        .append(';');
            case Statement.Instantiation instantiation -> instantiation(instantiation);
            case Statement.Choice choice -> choice(choice);
            case Statement.Block block -> braces(block.statements());
        }
    }

    private static String parameters(List<Parameter> parameters) {
        return ExpressionPrinter.parameters(parameters);
    }

    /** What has a single module as its child keeps it on the line. */
    private void instantiation(Statement.Instantiation instantiation) {
        text.append(instantiation.modifiers())
                .append(instantiation.name())
                .append(ExpressionPrinter.arguments(instantiation.arguments()));
        List<Statement> children = instantiation.children();
        if (children.isEmpty()) {
            text.append(';');
        } else if (children.size() == 1 && children.getFirst() instanceof Statement.Instantiation child) {
            text.append(' ');
            instantiation(child);
        } else {
            block(children);
        }
    }

    /** Always in braces: an else belongs to the nearest if. */
    private void choice(Statement.Choice choice) {
        text.append(choice.modifiers());
        for (Iterator<Statement.Branch> branches = choice.branches().iterator(); branches.hasNext(); ) {
            Statement.Branch branch = branches.next();
            text.append("if (")
                    .append(ExpressionPrinter.print(branch.condition()))
                    .append(')');
            block(branch.body());
            if (branches.hasNext()) {
                text.append(" else ");
            }
        }
        choice.otherwise().ifPresent(statements -> {
            text.append(" else");
            block(statements);
        });
    }

    private void block(List<Statement> statements) {
        text.append(' ');
        braces(statements);
    }

    private void braces(List<Statement> statements) {
        if (statements.isEmpty()) {
            text.append("{}");
            return;
        }
        text.append("{\n");
        level++;
        lines(statements);
        level--;
        text.repeat("    ", level).append('}');
    }
}
