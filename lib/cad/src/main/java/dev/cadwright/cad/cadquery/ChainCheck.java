package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.FunctionTree;
import dev.cadwright.cad.python.syntax.Trailer;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Follows a chain of attributes and calls as far as the classes of its objects are evident. */
final class ChainCheck {
    /** Methods of a workplane whose result is something else, or unknown. */
    private static final Set<String> NO_WORKPLANE =
            Set.of("all", "size", "vals", "val", "findSolid", "largestDimension", "exportSvg", "invoke");
    /** Methods of a sketch whose result is something else, or unknown. */
    private static final Set<String> NO_SKETCH = Set.of("val", "vals", "finalize", "invoke");

    private final List<Diagnostic> diagnostics;

    ChainCheck(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** What is known of a value before the program runs. */
    sealed interface Known {
        Known NOTHING = new Unknown();

        record Unknown() implements Known {}

        record Module(ModuleValue module) implements Known {}

        record Type(HostType type) implements Known {}

        record Instance(HostType type) implements Known {}

        /** Something to call, whose result is known or not. */
        record Callable(String name, Signature signature, Known result) implements Known {}

        static Known of(Value value) {
            return switch (value) {
                case ModuleValue module -> new Module(module);
                case HostType type -> new Type(type);
                case HostFunction function -> new Callable(function.name(), function.signature(), NOTHING);
                default -> NOTHING;
            };
        }
    }

    Known walk(Known start, List<Trailer> trailers) {
        Known known = start;
        for (Trailer trailer : trailers) {
            known = switch (trailer) {
                case Trailer.Attribute(String name, SourceSpan span) -> attribute(known, name, span);
                case Trailer.Call call -> called(known, call);
                case Trailer.Index index ->
                    known.equals(new Known.Instance(WorkplaneTable.TYPE)) ? known : Known.NOTHING;
            };
        }
        return known;
    }

    Known attribute(Known known, String name, SourceSpan span) {
        return switch (known) {
            case Known.Module(ModuleValue module) -> ofModule(module, name, span);
            case Known.Type(HostType type) -> ofType(type, name, span);
            case Known.Instance(HostType type) -> ofType(type, name, span);
            case Known.Callable callable -> Known.NOTHING;
            case Known.Unknown unknown -> Known.NOTHING;
        };
    }

    private Known ofModule(ModuleValue module, String name, SourceSpan span) {
        Value value = module.attributes().get(name);
        if (value != null) {
            return Known.of(value);
        }
        String reason = module.unsupported().get(name);
        if (reason != null) {
            unsupported(module.name() + "." + name, reason, span);
        } else if (!Modules.HOST.modules().containsKey(module.name() + "." + name)) {
            missing(
                    "the module \"" + module.name() + "\"",
                    name,
                    module.attributes().keySet(),
                    span);
        }
        return Known.NOTHING;
    }

    private Known ofType(HostType type, String name, SourceSpan span) {
        return switch (type.members().get(name)) {
            case null -> {
                if (!name.startsWith("__")) {
                    missing("\"" + type.name() + "\"", name, type.memberNames(), span);
                }
                yield Known.NOTHING;
            }
            case HostType.Member.Method(var method) ->
                new Known.Callable(method.qualifiedName(), method.signature(), result(type, name));
            case HostType.Member.Static(Value value) -> Known.of(value);
            case HostType.Member.Property property -> Known.NOTHING;
            case HostType.Member.Unsupported(String reason) -> {
                unsupported(type.name() + "." + name, reason, span);
                yield Known.NOTHING;
            }
        };
    }

    private static Known result(HostType type, String method) {
        if (type == WorkplaneTable.TYPE) {
            if (method.equals("sketch")) {
                return new Known.Instance(SketchTable.TYPE);
            }
            return NO_WORKPLANE.contains(method) ? Known.NOTHING : new Known.Instance(type);
        }
        if (type == SketchTable.TYPE) {
            return NO_SKETCH.contains(method) ? Known.NOTHING : new Known.Instance(type);
        }
        return Known.NOTHING;
    }

    private Known called(Known known, Trailer.Call call) {
        return switch (known) {
            case Known.Type(HostType type) -> {
                type.constructor().ifPresent(made -> keywords(type.name(), made.signature(), call));
                yield new Known.Instance(type);
            }
            case Known.Callable(String name, Signature signature, Known result) -> {
                keywords(name, signature, call);
                yield result;
            }
            default -> Known.NOTHING;
        };
    }

    private void keywords(String function, Signature signature, Trailer.Call call) {
        List<String> known =
                signature.parameters().stream().map(Signature.Parameter::name).toList();
        boolean open = signature.parameters().stream()
                .anyMatch(parameter -> parameter.kind() == FunctionTree.Kind.VAR_KEYWORD);
        for (Trailer.Argument argument : call.arguments()) {
            argument.keyword()
                    .filter(name -> !open && !known.contains(name))
                    .ifPresent(name -> diagnostics.add(Diagnostic.at(
                            argument.value().span(),
                            "reference.argument",
                            function + "() has no parameter \"" + name + "\"",
                            NearestName.hint(name, known))));
        }
    }

    private void missing(String where, String name, Collection<String> names, SourceSpan span) {
        diagnostics.add(Diagnostic.at(
                span,
                "reference.attribute",
                where + " has no attribute \"" + name + "\"",
                NearestName.hint(name, names)));
    }

    private void unsupported(String construct, String reason, SourceSpan span) {
        diagnostics.add(Diagnostic.at(span, "unsupported.cadquery", "\"" + construct + "\" is not supported", reason));
    }
}
