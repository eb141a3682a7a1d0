package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where a body stops being JSON. */
final class Malformed {
    private Malformed() {}

    static String describe(JsonProcessingException exception) {
        var location = exception.getLocation();
        var place =
                location == null ? "" : "Line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
        return place + exception.getOriginalMessage();
    }
}
