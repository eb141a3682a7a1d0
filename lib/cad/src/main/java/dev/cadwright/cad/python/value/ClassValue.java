package dev.cadwright.cad.python.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A class of the program, or a built-in class of exceptions. */
public final class ClassValue implements Value {
    private final String name;
    private final List<ClassValue> bases;
    private final List<ClassValue> lineage;
    private final Map<String, Value> attributes;
    private final List<String> annotated;
    private final Runtime runtime;

    /** A built-in class: the same for all runs, and immutable. */
    public static ClassValue builtin(String name, List<ClassValue> bases) {
        return new ClassValue(name, bases, Map.of(), List.of(), null);
    }

    /**
     * @param attributes live; immutable for a built-in class
     * @param annotated names that the class body annotates, in its order: the fields of a dataclass
     * @param runtime of the run that defines it, null for a built-in class
     */
    public ClassValue(
            String name,
            List<ClassValue> bases,
            Map<String, Value> attributes,
            List<String> annotated,
            Runtime runtime) {
        this.name = Objects.requireNonNull(name, "name");
        this.bases = List.copyOf(bases);
        this.attributes = runtime == null ? Map.copyOf(attributes) : new LinkedHashMap<>(attributes);
        this.annotated = List.copyOf(annotated);
        this.runtime = runtime;
        this.lineage = lineage(this, this.bases);
    }

    public String name() {
        return name;
    }

    public List<ClassValue> bases() {
        return bases;
    }

    /** The class and its ancestors in the order in which attributes are looked up (C3, as in Python). */
    public List<ClassValue> lineage() {
        return lineage;
    }

    public Map<String, Value> attributes() {
        return attributes;
    }

    public List<String> annotated() {
        return annotated;
    }

    public boolean isBuiltin() {
        return runtime == null;
    }

    /** The run that defined the class; null for a built-in class. */
    Runtime runtime() {
        return runtime;
    }

    public boolean isSubclassOf(ClassValue other) {
        return lineage.contains(other);
    }

    /** An attribute of the class or of the nearest ancestor that has it. */
    public Optional<Value> find(String attribute) {
        for (ClassValue type : lineage) {
            Value value = type.attributes.get(attribute);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @Override
    public String typeName() {
        return "type";
    }

    private static List<ClassValue> lineage(ClassValue self, List<ClassValue> bases) {
        if (new LinkedHashSet<>(bases).size() < bases.size()) {
            throw PythonError.typeError("duplicate base class " + bases.getFirst().name);
        }
        List<List<ClassValue>> sequences = new ArrayList<>();
        bases.forEach(base -> sequences.add(new ArrayList<>(base.lineage)));
        sequences.add(new ArrayList<>(bases));
        List<ClassValue> merged = new ArrayList<>(List.of(self));
        sequences.removeIf(List::isEmpty);
        while (!sequences.isEmpty()) {
            ClassValue next = nextOf(sequences);
            merged.add(next);
            sequences.forEach(sequence -> sequence.remove(next));
            sequences.removeIf(List::isEmpty);
        }
        return List.copyOf(merged);
    }

    private static ClassValue nextOf(List<List<ClassValue>> sequences) {
        for (List<ClassValue> sequence : sequences) {
            ClassValue candidate = sequence.getFirst();
            if (sequences.stream().noneMatch(other -> other.lastIndexOf(candidate) > 0)) {
                return candidate;
            }
        }
        throw PythonError.typeError("Cannot create a consistent method resolution order (MRO) for bases");
    }
}
