package dev.cadwright.cad.deepcad;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.cadwright.cad.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads bounded JSON text into values with places. */
final class JsonText {
    /** Characters of a file; real ones have up to a few hundred thousand. */
    static final int MAX_LENGTH = 8 << 20;

    private static final int MAX_DEPTH = 32;
    private static final long MAX_TOKENS = 2_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .maxStringLength(100_000)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws Refusal if the text is not one JSON value within the bounds */
    static Json read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Refusal.at(
                    SourceSpan.NONE,
                    "limit.text",
                    "the text has " + text.length() + " characters, more than " + MAX_LENGTH);
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonText(parser).document();
        } catch (StreamConstraintsException e) {
            throw Refusal.at(place(e.getLocation()), "limit.json", e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw Refusal.at(place(e.getLocation()), "syntax.json", firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string cannot fail", e);
        }
    }

    private Json document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Refusal.at(place(parser.currentLocation()), "syntax.json", "the text is empty");
        }
        Json value = value(first);
        if (parser.nextToken() != null) {
            throw Refusal.at(
                    place(parser.currentTokenLocation()), "syntax.json", "there is more text after the JSON value");
        }
        return value;
    }

    private Json value(JsonToken token) throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        return switch (token) {
            case START_OBJECT -> structure(start);
            case START_ARRAY -> sequence(start);
            case VALUE_STRING -> {
                String text = parser.getText();
                yield new Json.Text(text, since(start));
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(start);
            case VALUE_TRUE -> new Json.Flag(true, since(start));
            case VALUE_FALSE -> new Json.Flag(false, since(start));
            case VALUE_NULL -> new Json.Null(since(start));
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a parser of text gave " + token);
        };
    }

    private Json structure(JsonLocation start) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonLocation place = parser.currentTokenLocation();
            if (members.put(name, value(parser.nextToken())) != null) {
                throw Refusal.at(
                        place(place), "syntax.repeated-key", "\"" + Json.shortened(name) + "\" stands here twice");
            }
        }
        return new Json.Structure(members, since(start));
    }

    private Json sequence(JsonLocation start) throws IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Json.Sequence(items, since(start));
    }

    private Json number(JsonLocation start) throws IOException {
        String text = parser.getText();
        SourceSpan span = since(start);
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw Refusal.at(span, "limit.number", "the number " + Json.shortened(text) + " is too large");
        }
        return new Json.Numeral(value, span);
    }

    private SourceSpan since(JsonLocation start) {
        JsonLocation end = parser.currentLocation();
        return new SourceSpan(start.getLineNr(), start.getColumnNr(), end.getLineNr(), end.getColumnNr());
    }

    private static SourceSpan place(JsonLocation at) {
        if (at == null || at.getLineNr() < 1) {
            return SourceSpan.NONE;
        }
        return new SourceSpan(at.getLineNr(), at.getColumnNr(), at.getLineNr(), at.getColumnNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("this is not JSON");
    }
}
