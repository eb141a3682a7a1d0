package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.cadwright.cad.NearestName;
import dev.cadwright.gateway.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a JSON tree with the record that it should become and names every difference: unknown fields with the name
 * probably meant, and values of the wrong type. Where references are allowed, {@code {"$from": …, "path": …}} stands
 * for a value of any type.
 */
final class Shape {
    private static final int REPORTED = 20;

    private final ObjectMapper json;
    private final boolean references;
    private final List<Fault> faults = new ArrayList<>();
    private final List<JsonPointer> referencedAt = new ArrayList<>();

    Shape(ObjectMapper json, boolean references) {
        this.json = json;
        this.references = references;
    }

    void check(JsonNode node, JavaType type, JsonPointer at) {
        if (faults.size() >= REPORTED || node.isNull()) {
            return;
        }
        if (references && Reference.looksLike(node)) {
            Reference.check(node, at).ifPresentOrElse(faults::add, () -> referencedAt.add(at));
        } else if (Amounts.is(type.getRawClass())) {
            Amounts.check(node, type.getRawClass(), at).ifPresent(faults::add);
        } else if (type.isRecordType()) {
            checkRecord(node, type, at);
        } else if (type.isCollectionLikeType()) {
            checkArray(node, type, at);
        } else if (type.isMapLikeType()) {
            checkMap(node, type, at);
        } else if (type.isEnumType()) {
            checkChoice(node, type, at);
        } else {
            Scalars.check(node, type.getRawClass(), at).ifPresent(faults::add);
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Where references stand. */
    List<JsonPointer> referencedAt() {
        return List.copyOf(referencedAt);
    }

    private void checkRecord(JsonNode node, JavaType type, JsonPointer at) {
        if (!node.isObject()) {
            faults.add(Scalars.mismatch(node, "an object", at));
            return;
        }
        var fields = fields(type);
        for (var entry : node.properties()) {
            var place = at.appendProperty(entry.getKey());
            var fieldType = fields.get(entry.getKey());
            if (fieldType == null) {
                faults.add(unknown(entry.getKey(), canonical(type), place));
            } else {
                check(entry.getValue(), fieldType, place);
            }
        }
    }

    private void checkArray(JsonNode node, JavaType type, JsonPointer at) {
        if (!node.isArray()) {
            faults.add(Scalars.mismatch(node, "an array", at));
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            check(node.get(i), type.getContentType(), at.appendIndex(i));
        }
    }

    private void checkMap(JsonNode node, JavaType type, JsonPointer at) {
        if (!node.isObject()) {
            faults.add(Scalars.mismatch(node, "an object", at));
            return;
        }
        node.properties()
                .forEach(entry -> check(entry.getValue(), type.getContentType(), at.appendProperty(entry.getKey())));
    }

    private void checkChoice(JsonNode node, JavaType type, JsonPointer at) {
        var choices = new ArrayList<String>();
        for (var constant : type.getRawClass().getEnumConstants()) {
            choices.add(json.convertValue(constant, String.class));
        }
        if (!node.isTextual()) {
            faults.add(Scalars.mismatch(node, "one of " + String.join(", ", choices), at));
        } else if (!choices.contains(node.textValue())) {
            var meant = NearestName.of(node.textValue(), choices).map("Did you mean %s?"::formatted);
            faults.add(new Fault(
                    at.toString(),
                    "unknown_value",
                    "\"%s\" is not one of %s.".formatted(Scalars.brief(node.textValue()), String.join(", ", choices)),
                    meant.orElse(null)));
        }
    }

    private static Fault unknown(String name, List<String> known, JsonPointer at) {
        var hint = NearestName.of(name, known)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("The fields here are %s.".formatted(String.join(", ", known)));
        return new Fault(
                at.toString(), "unknown_field", "There is no field \"%s\".".formatted(Scalars.brief(name)), hint);
    }

    /** Types by name; a field's other names are names, too. */
    private Map<String, JavaType> fields(JavaType type) {
        var fields = new LinkedHashMap<String, JavaType>();
        for (var property : properties(type)) {
            var fieldType = property.getConstructorParameter().getType();
            fields.put(property.getName(), fieldType);
            property.findAliases().forEach(alias -> fields.put(alias.getSimpleName(), fieldType));
        }
        return fields;
    }

    private List<String> canonical(JavaType type) {
        return properties(type).stream().map(BeanPropertyDefinition::getName).toList();
    }

    /** The components of a record. */
    private List<BeanPropertyDefinition> properties(JavaType type) {
        return json.getDeserializationConfig().introspect(type).findProperties().stream()
                .filter(BeanPropertyDefinition::hasConstructorParameter)
                .toList();
    }
}
