package dev.cadwright.cad.python.value;

import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.python.syntax.FunctionTree.Kind;
import dev.cadwright.cad.python.value.Signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Binds the arguments of one call, with the messages of Python's own functions. */
final class ArgumentBinding {
    private final Signature signature;
    private final String function;
    private final Call call;
    private final int hidden;
    private final Value[] values;

    /** @param method whether a {@code self} is left out of the signature */
    ArgumentBinding(Signature signature, String function, Call call, boolean method) {
        this.signature = signature;
        this.function = function;
        this.call = call;
        this.hidden = method ? 1 : 0;
        this.values = new Value[signature.parameters().size()];
    }

    Arguments bind() {
        bindPositional();
        if (!call.keywords().isEmpty()) {
            bindKeywords();
        }
        fillDefaults();
        return new Arguments(function, signature, values, call);
    }

    private void bindPositional() {
        List<Value> given = call.positional();
        List<Parameter> parameters = signature.parameters();
        int next = 0;
        for (int i = 0; i < parameters.size(); i++) {
            switch (parameters.get(i).kind()) {
                case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD -> {
                    if (next < given.size()) {
                        values[i] = given.get(next++);
                    }
                }
                case VAR_POSITIONAL -> {
                    values[i] = new TupleValue(given.subList(Math.min(next, given.size()), given.size()));
                    next = given.size();
                }
                case KEYWORD_ONLY -> {}
                case VAR_KEYWORD -> values[i] = new DictValue();
            }
        }
        if (next < given.size()) {
            throw tooMany(given.size());
        }
    }

    private void bindKeywords() {
        for (Map.Entry<String, Value> keyword : call.keywords().entrySet()) {
            int index = signature.indexOf(keyword.getKey());
            if (index < 0 || !takesKeyword(signature.parameters().get(index).kind())) {
                rest(keyword.getKey()).entries().put(new StrValue(keyword.getKey()), keyword.getValue());
            } else if (values[index] != null) {
                throw PythonError.typeError(
                        function + "() got multiple values for argument '" + keyword.getKey() + "'");
            } else {
                values[index] = keyword.getValue();
            }
        }
    }

    private DictValue rest(String keyword) {
        int last = values.length - 1;
        if (last >= 0 && signature.parameters().get(last).kind() == Kind.VAR_KEYWORD) {
            return (DictValue) values[last];
        }
        List<String> names = signature.parameters().stream()
                .filter(parameter -> takesKeyword(parameter.kind()))
                .map(Parameter::name)
                .toList();
        throw PythonError.of(
                ExceptionTypes.TYPE_ERROR,
                function + "() got an unexpected keyword argument '" + keyword + "'",
                NearestName.hint(keyword, names));
    }

    private void fillDefaults() {
        List<String> positional = new ArrayList<>();
        List<String> keywordOnly = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = signature.parameters().get(i);
            if (values[i] == null && parameter.defaultValue().isPresent()) {
                values[i] = parameter.defaultValue().get();
            } else if (values[i] == null) {
                (parameter.kind() == Kind.KEYWORD_ONLY ? keywordOnly : positional).add(parameter.name());
            }
        }
        if (!positional.isEmpty()) {
            throw missing("positional", positional);
        }
        if (!keywordOnly.isEmpty()) {
            throw missing("keyword-only", keywordOnly);
        }
    }

    private PythonError missing(String kind, List<String> names) {
        String listed = names.size() == 1
                ? "'" + names.getFirst() + "'"
                : names.size() == 2
                        ? "'" + names.get(0) + "' and '" + names.get(1) + "'"
                        : "'" + String.join("', '", names.subList(0, names.size() - 1)) + "', and '" + names.getLast()
                                + "'";
        return PythonError.typeError("%s() missing %d required %s argument%s: %s"
                .formatted(function, names.size(), kind, names.size() == 1 ? "" : "s", listed));
    }

    private PythonError tooMany(int given) {
        List<Parameter> positional = signature.parameters().stream()
                .filter(parameter -> isPositional(parameter.kind()))
                .toList();
        long required = positional.stream()
                .filter(parameter -> parameter.defaultValue().isEmpty())
                .count();
        int most = positional.size() + hidden;
        String takes =
                required == positional.size() ? Integer.toString(most) : "from " + (required + hidden) + " to " + most;
        boolean plural = most != 1 || required != positional.size();
        int all = given + hidden;
        long named =
                call.keywords().keySet().stream().filter(this::isKeywordOnly).count();
        String keywords = named == 0
                ? ""
                : " positional argument%s (and %d keyword-only argument%s)"
                        .formatted(all == 1 ? "" : "s", named, named == 1 ? "" : "s");
        return PythonError.typeError("%s() takes %s positional argument%s but %d%s %s given"
                .formatted(function, takes, plural ? "s" : "", all, keywords, all == 1 && named == 0 ? "was" : "were"));
    }

    private boolean isKeywordOnly(String keyword) {
        int index = signature.indexOf(keyword);
        return index >= 0 && signature.parameters().get(index).kind() == Kind.KEYWORD_ONLY;
    }

    private static boolean isPositional(Kind kind) {
        return kind == Kind.POSITIONAL_ONLY || kind == Kind.POSITIONAL_OR_KEYWORD;
    }

    private static boolean takesKeyword(Kind kind) {
        return kind == Kind.POSITIONAL_OR_KEYWORD || kind == Kind.KEYWORD_ONLY;
    }
}
