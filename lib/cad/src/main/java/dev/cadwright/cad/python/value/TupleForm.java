package dev.cadwright.cad.python.value;

import java.util.List;

/** A class made by {@code namedtuple}: its name and its fields. */
public record TupleForm(String name, List<String> fields) {
    public TupleForm {
        fields = List.copyOf(fields);
    }
}
