package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.openscad.Expression.Suffix;
import java.util.List;
import java.util.Optional;

/** Looks up the names of expressions. */
final class ExpressionCheck {
    private final Findings findings;

    ExpressionCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Expression expression, Scope scope) {
        switch (expression) {
            case Expression.Literal literal -> {}
            case Expression.Text text -> {}
            case Expression.Truth truth -> {}
            case Expression.Undefined undefined -> {}
            case Expression.Name name -> variable(name, scope);
            case Expression.Unary unary -> check(unary.operand(), scope);
            case Expression.Power power -> {
                check(power.base(), scope);
                check(power.exponent(), scope);
            }
            case Expression.Chain chain -> {
                check(chain.first(), scope);
                chain.rest().forEach(term -> check(term.operand(), scope));
            }
            case Expression.Conditional conditional -> {
                conditional.cases().forEach(choice -> {
                    check(choice.condition(), scope);
                    check(choice.value(), scope);
                });
                check(conditional.otherwise(), scope);
            }
            case Expression.Access access -> access(access, scope);
            case Expression.Vector vector -> vector.elements().forEach(element -> check(element, scope));
            case Expression.Range range -> {
                check(range.begin(), scope);
                range.step().ifPresent(step -> check(step, scope));
                check(range.end(), scope);
            }
            case Expression.Lambda lambda -> callable(lambda.parameters(), lambda.body(), scope);
            case Expression.Prefixed prefixed -> {
                Scope inner = prefixed.word().equals("let") ? bound(prefixed.arguments(), scope) : scope;
                if (inner == scope) {
                    values(prefixed.arguments(), scope);
                }
                prefixed.body().ifPresent(body -> check(body, inner));
            }
            case Expression.Each each -> check(each.vector(), scope);
            case Expression.For loop -> check(loop.body(), bound(loop.ranges(), scope));
            case Expression.Loop loop -> loop(loop, scope);
            case Expression.When when -> {
                check(when.condition(), scope);
                check(when.then(), scope);
                when.otherwise().ifPresent(other -> check(other, scope));
            }
        }
    }

    /** The parameters' own values see what is around. */
    void callable(List<Parameter> parameters, Expression body, Scope scope) {
        defaults(parameters, scope);
        check(body, scope.inner(parameters));
    }

    void defaults(List<Parameter> parameters, Scope scope) {
        parameters.forEach(parameter -> parameter.value().ifPresent(value -> check(value, scope)));
    }

    void values(List<Argument> arguments, Scope scope) {
        arguments.forEach(argument -> check(argument.value(), scope));
    }

    /** Each name is there for what follows it. */
    Scope bound(List<Argument> arguments, Scope scope) {
        Scope inner = scope.inner();
        for (Argument argument : arguments) {
            check(argument.value(), inner);
            argument.name().ifPresent(inner::bind);
        }
        return inner;
    }

    /** Names that no parameter has, and more arguments than there are parameters. Names with {@code $} pass always. */
    void arguments(String of, List<String> parameters, List<Argument> arguments, SourceSpan span) {
        for (Argument argument : arguments) {
            argument.name()
                    .filter(name -> !name.startsWith("$") && !parameters.contains(name))
                    .ifPresent(name -> findings.argument(of, name, argument.span(), parameters));
        }
        if (arguments.stream().filter(argument -> argument.name().isEmpty()).count() > parameters.size()) {
            findings.tooMany(of, parameters.size(), span);
        }
    }

    private void loop(Expression.Loop loop, Scope scope) {
        Scope inner = bound(loop.initial(), scope);
        check(loop.condition(), inner);
        check(loop.body(), bound(loop.step(), inner));
    }

    private void access(Expression.Access access, Scope scope) {
        boolean calls = access.suffixes().getFirst() instanceof Suffix.Call;
        if (calls && access.target() instanceof Expression.Name name) {
            function(name, ((Suffix.Call) access.suffixes().getFirst()).arguments(), scope);
        } else {
            check(access.target(), scope);
        }
        for (Suffix suffix : access.suffixes()) {
            switch (suffix) {
                case Suffix.Call call -> values(call.arguments(), scope);
                case Suffix.Index index -> check(index.index(), scope);
                case Suffix.Member member -> {}
            }
        }
    }

    private void function(Expression.Name name, List<Argument> arguments, Scope scope) {
        Optional<List<Parameter>> function = scope.function(name.name());
        boolean isVariable = scope.hasVariable(name.name()) || name.name().startsWith("$");
        if (function.isPresent() && !isVariable) {
            List<String> names = function.get().stream().map(Parameter::name).toList();
            arguments(name.name(), names, arguments, name.span());
        } else if (function.isEmpty() && !isVariable && !Builtins.FUNCTIONS.contains(name.name())) {
            findings.unknown("function", name.name(), name.span(), scope.functions());
        }
    }

    private void variable(Expression.Name name, Scope scope) {
        // What begins with $ may be set by whoever calls.
        boolean known = name.name().startsWith("$")
                || Builtins.VARIABLES.contains(name.name())
                || scope.hasVariable(name.name());
        if (!known) {
            findings.unknown("variable", name.name(), name.span(), scope.variables());
        }
    }
}
