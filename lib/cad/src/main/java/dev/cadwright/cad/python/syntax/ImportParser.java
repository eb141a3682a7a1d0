package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads imports. */
final class ImportParser {
    private final Tokens tokens;
    private final Scopes scopes;

    ImportParser(Tokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.scopes = scopes;
    }

    /** {@code import a.b as c, d}. */
    Statement plain() {
        SourceSpan start = tokens.next().span();
        List<Statement.Imported> modules = new ArrayList<>();
        do {
            SourceSpan place = tokens.span();
            String module = dotted();
            Optional<String> alias = alias();
            scopes.bind(alias.orElse(module.contains(".") ? module.substring(0, module.indexOf('.')) : module));
            modules.add(new Statement.Imported(module, alias, tokens.since(place)));
        } while (tokens.take(","));
        return new Statement.Import(modules, tokens.since(start));
    }

    /** {@code from a.b import c as d, e}, {@code from a import (b, c)}, {@code from a import *}. */
    Statement from() {
        SourceSpan start = tokens.next().span();
        if (tokens.at(".") || tokens.at("...")) {
            throw Refusal.unsupported(tokens.span(), "from .", "a program is a single file");
        }
        String module = dotted();
        tokens.expectWord("import");
        List<Statement.Imported> names = new ArrayList<>();
        if (tokens.at("*")) {
            names.add(
                    new Statement.Imported("*", Optional.empty(), tokens.next().span()));
            return new Statement.ImportFrom(module, names, tokens.since(start));
        }
        boolean parenthesised = tokens.take("(");
        do {
            if (parenthesised && tokens.at(")") && !names.isEmpty()) {
                break;
            }
            SourceSpan place = tokens.span();
            String name = tokens.expectName("a name to import");
            Optional<String> alias = alias();
            scopes.bind(alias.orElse(name));
            names.add(new Statement.Imported(name, alias, tokens.since(place)));
        } while (tokens.take(","));
        if (parenthesised) {
            tokens.expect(")", "");
        }
        return new Statement.ImportFrom(module, names, tokens.since(start));
    }

    private String dotted() {
        StringBuilder module = new StringBuilder(tokens.expectName("the name of a module"));
        while (tokens.take(".")) {
            module.append('.').append(tokens.expectName("the name of a module"));
        }
        return module.toString();
    }

    private Optional<String> alias() {
        return tokens.takeWord("as") ? Optional.of(tokens.expectName("a name")) : Optional.empty();
    }
}
