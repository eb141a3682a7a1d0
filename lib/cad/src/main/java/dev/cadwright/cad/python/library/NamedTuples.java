package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.FunctionTree.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleForm;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code collections.namedtuple}. */
final class NamedTuples {
    private static final int MOST_FIELDS = 255;

    private NamedTuples() {}

    /** {@code namedtuple(name, fields, defaults=…)}. */
    static Value define(Arguments call) {
        List<String> fields = new ArrayList<>();
        if (call.value("field_names") instanceof StrValue(String text)) {
            fields.addAll(List.of(text.replace(',', ' ').strip().split("\\s+")));
            fields.removeIf(String::isEmpty);
        } else {
            call.list("field_names").forEach(field -> fields.add(call.runtime().str(field)));
        }
        for (String field : fields) {
            boolean sound = field.matches("[\\p{L}][\\p{L}\\p{N}_]*+") && field.length() < 100;
            if (!sound) {
                throw PythonError.valueError(
                        "Type names and field names must be valid identifiers: " + TextRepr.of(field));
            }
        }
        if (fields.size() > MOST_FIELDS || new HashSet<>(fields).size() < fields.size()) {
            throw PythonError.valueError("Encountered duplicate field name, or too many");
        }
        List<Value> defaults = call.isNone("defaults") ? List.of() : call.list("defaults");
        return type(new TupleForm(call.text("typename"), fields), defaults);
    }

    static HostType typeOf(TupleForm form) {
        return type(form, List.of());
    }

    private static HostType type(TupleForm form, List<Value> defaults) {
        HostTypeBuilder<TupleValue> type = HostType.named(form.name(), TupleValue.class)
                .instances(value -> value instanceof TupleValue tuple && form.equals(tuple.form()));
        type.constructor(signature(form, defaults), call -> made(form, call));
        for (int i = 0; i < form.fields().size(); i++) {
            int index = i;
            type.property(form.fields().get(i), self -> self.get(index));
        }
        List<Value> names = form.fields().stream().<Value>map(StrValue::new).toList();
        return type.constant("_fields", new TupleValue(names))
                .method("_asdict", "", (self, call) -> dict(self))
                .method("_replace", "**fields", NamedTuples::replaced)
                .constant("_make", HostFunction.of("_make", "iterable, /", call -> {
                    Call given = new Call(call.list("iterable"), Map.of(), call.span(), call.runtime());
                    return made(form, signature(form, defaults).bind(form.name(), given));
                }))
                .inherit(ListType.TUPLE)
                .build();
    }

    private static Signature signature(TupleForm form, List<Value> defaults) {
        int required = form.fields().size() - defaults.size();
        if (required < 0) {
            throw PythonError.typeError("Got more default values than field names");
        }
        List<Signature.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < form.fields().size(); i++) {
            Optional<Value> value = i < required ? Optional.empty() : Optional.of(defaults.get(i - required));
            parameters.add(new Signature.Parameter(form.fields().get(i), Kind.POSITIONAL_OR_KEYWORD, value));
        }
        return new Signature(parameters);
    }

    private static TupleValue made(TupleForm form, Arguments call) {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < form.fields().size(); i++) {
            items.add(call.at(i));
        }
        Sequences.charge(call.runtime(), items.size());
        return new TupleValue(items, form);
    }

    private static DictValue dict(TupleValue self) {
        DictValue dict = new DictValue();
        for (int i = 0; i < self.size(); i++) {
            dict.entries().put(new StrValue(self.form().fields().get(i)), self.get(i));
        }
        return dict;
    }

    private static Value replaced(TupleValue self, Arguments call) {
        List<Value> items = new ArrayList<>(self.items());
        call.keywords("fields").forEach((name, value) -> {
            int index = self.form().fields().indexOf(((StrValue) name).value());
            if (index < 0) {
                throw PythonError.valueError(
                        "Got unexpected field names: [" + call.runtime().repr(name) + "]");
            }
            items.set(index, value);
        });
        return new TupleValue(items, self.form());
    }
}
