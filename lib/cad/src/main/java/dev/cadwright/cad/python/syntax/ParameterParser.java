package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.FunctionTree.Kind;
import dev.cadwright.cad.python.syntax.FunctionTree.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of functions and lambdas. */
final class ParameterParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    ParameterParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Of a function: up to the closing parenthesis, with annotations. */
    List<Parameter> untilParenthesis() {
        return read(")", true);
    }

    /** Of a lambda: up to the colon. */
    List<Parameter> untilColon() {
        return read(":", false);
    }

    private List<Parameter> read(String end, boolean annotated) {
        List<Parameter> parameters = new ArrayList<>();
        boolean keywordOnly = false;
        boolean bareStar = false;
        while (!tokens.at(end)) {
            SourceSpan start = tokens.span();
            requireNothingBehindRest(parameters, start);
            if (tokens.take("**")) {
                parameters.add(parameter(Kind.VAR_KEYWORD, annotated, start));
            } else if (tokens.at("*")) {
                if (keywordOnly) {
                    throw tokens.unexpected("a parameter", "only one parameter takes the rest");
                }
                tokens.next();
                keywordOnly = true;
                bareStar = tokens.at(",");
                if (!bareStar) {
                    parameters.add(parameter(Kind.VAR_POSITIONAL, annotated, start));
                }
            } else if (tokens.at("/")) {
                makePositionalOnly(parameters, keywordOnly);
            } else {
                bareStar = false;
                Kind kind = keywordOnly ? Kind.KEYWORD_ONLY : Kind.POSITIONAL_OR_KEYWORD;
                parameters.add(parameter(kind, annotated, start));
            }
            if (!tokens.take(",")) {
                break;
            }
        }
        if (bareStar || !tokens.at(end)) {
            throw tokens.unexpected(bareStar ? "a parameter behind *" : "\",\" or \"" + end + "\"", "");
        }
        requireSound(parameters);
        return parameters;
    }

    private Parameter parameter(Kind kind, boolean annotated, SourceSpan start) {
        String name = tokens.expectName("the name of a parameter");
        if (annotated && tokens.take(":")) {
            expressions.starredOrNamed();
        }
        Optional<Expression> defaultValue = Optional.empty();
        if (tokens.at("=") && kind != Kind.VAR_KEYWORD && kind != Kind.VAR_POSITIONAL) {
            tokens.next();
            defaultValue = Optional.of(expressions.expression());
        }
        return new Parameter(name, kind, defaultValue, tokens.since(start));
    }

    private void makePositionalOnly(List<Parameter> parameters, boolean keywordOnly) {
        boolean again = parameters.stream().anyMatch(parameter -> parameter.kind() == Kind.POSITIONAL_ONLY);
        if (parameters.isEmpty() || keywordOnly || again) {
            throw tokens.unexpected("a parameter", "");
        }
        tokens.next();
        parameters.replaceAll(parameter ->
                new Parameter(parameter.name(), Kind.POSITIONAL_ONLY, parameter.defaultValue(), parameter.span()));
    }

    private static void requireNothingBehindRest(List<Parameter> parameters, SourceSpan span) {
        if (!parameters.isEmpty() && parameters.getLast().kind() == Kind.VAR_KEYWORD) {
            throw Refusal.syntax(
                    span,
                    "parameter",
                    "no parameter follows **" + parameters.getLast().name());
        }
    }

    private static void requireSound(List<Parameter> parameters) {
        Set<String> names = new HashSet<>();
        boolean optional = false;
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw Refusal.syntax(
                        parameter.span(), "parameter", "the parameter \"" + parameter.name() + "\" stands twice");
            }
            boolean positional =
                    parameter.kind() == Kind.POSITIONAL_ONLY || parameter.kind() == Kind.POSITIONAL_OR_KEYWORD;
            if (positional && optional && parameter.defaultValue().isEmpty()) {
                throw Refusal.syntax(
                        parameter.span(), "parameter", "a parameter without a default follows one with a default");
            }
            optional |= positional && parameter.defaultValue().isPresent();
        }
    }
}
