package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.gateway.problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells broken Bean Validation constraints as faults, in the names and pointers of the JSON. */
final class Constraints {
    private Constraints() {}

    static <T> List<Fault> faults(Collection<ConstraintViolation<T>> violations, ObjectMapper json, Class<?> root) {
        return violations.stream()
                .map(violation -> fault(violation, json, root))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation, ObjectMapper json, Class<?> root) {
        var pointer = pointer(violation.getPropertyPath(), json, root).toString();
        var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
        var message = violation.getMessage();
        return switch (annotation.getSimpleName()) {
            case "NotNull" -> new Fault(pointer, "required", "This field is required.", custom(message));
            case "NotBlank", "NotEmpty" ->
                new Fault(pointer, "required", "This field must not be empty.", custom(message));
            case "Size" -> new Fault(pointer, "wrong_size", sentence(message));
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" ->
                new Fault(pointer, "out_of_range", sentence(message));
            case "Pattern" -> new Fault(pointer, "wrong_form", sentence(message));
            default -> new Fault(pointer, "invalid_value", sentence(message));
        };
    }

    private static String custom(String message) {
        return message.startsWith("must not be") ? null : sentence(message);
    }

    private static String sentence(String message) {
        var first = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return first.endsWith(".") || first.endsWith("?") ? first : first + ".";
    }

    private static JsonPointer pointer(Path path, ObjectMapper json, Class<?> root) {
        var pointer = JsonPointer.empty();
        JavaType type = json.constructType(root);
        for (var node : path) {
            if (node.isInIterable() && type.isContainerType()) {
                pointer = node.getIndex() == null
                        ? pointer.appendProperty(String.valueOf(node.getKey()))
                        : pointer.appendIndex(node.getIndex());
                type = type.getContentType();
            }
            var property = property(node.getName(), type, json);
            if (property != null) {
                pointer = pointer.appendProperty(property.name());
                type = property.type();
            }
        }
        return pointer;
    }

    private record Property(String name, JavaType type) {}

    /** The JSON field that a record component is read from; null for a container's element and for a class. */
    private static Property property(String component, JavaType type, ObjectMapper json) {
        if (component == null || !type.isRecordType()) {
            return null;
        }
        return json.getDeserializationConfig().introspect(type).findProperties().stream()
                .filter(candidate -> candidate.getInternalName().equals(component))
                .findFirst()
                .map(found -> new Property(
                        found.getName(), found.getConstructorParameter().getType()))
                .orElse(null);
    }
}
