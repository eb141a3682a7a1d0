package dev.cadwright.kernel.cadquery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What the reference tool said of one program; see {@code data/golden/README-cad.md} of the sample data. */
record Expected(JsonNode record) {
    String name() {
        return record.path("name").asText();
    }

    String category() {
        return record.path("category").asText();
    }

    boolean isOk() {
        return category().equals("ok");
    }

    boolean isValid() {
        return record.path("valid").asBoolean();
    }

    String rule() {
        return record.path("rule").asText("");
    }

    double number(String field) {
        return record.path(field).doubleValue();
    }

    int count(String field) {
        return record.path(field).intValue();
    }

    double[] numbers(String field) {
        JsonNode array = record.path(field);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    Map<String, Integer> faceTypes() {
        Map<String, Integer> types = new TreeMap<>();
        record.path("face_types")
                .properties()
                .forEach(entry -> types.put(entry.getKey(), entry.getValue().intValue()));
        return types;
    }
}
