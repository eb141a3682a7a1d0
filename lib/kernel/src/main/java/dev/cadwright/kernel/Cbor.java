package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The protocol's part of CBOR: lengths are always definite. */
final class Cbor {
    private static final CBORFactory FACTORY = new CBORFactory();
    private static final CBORMapper MAPPER = new CBORMapper(FACTORY);

    private Cbor() {}

    /** Writes maps, lists, numbers, booleans, text, byte strings, and double arrays as arrays. */
    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        write(bytes, value);
        return bytes.toByteArray();
    }

    /** As above; closes the stream. */
    static void write(OutputStream bytes, Object value) {
        try (CBORGenerator generator = FACTORY.createGenerator(bytes)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException if the bytes are not CBOR */
    static JsonNode read(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    private static void write(CBORGenerator generator, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> writeMap(generator, map);
            case List<?> list -> writeList(generator, list);
            case double[] numbers -> generator.writeArray(numbers, 0, numbers.length);
            case byte[] bytes -> generator.writeBinary(bytes);
            case String text -> generator.writeString(text);
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            default -> throw new IllegalArgumentException("not for the wire: " + value.getClass());
        }
    }

    private static void writeMap(CBORGenerator generator, Map<?, ?> map) throws IOException {
        generator.writeStartObject(map, map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            generator.writeFieldName((String) entry.getKey());
            write(generator, entry.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeList(CBORGenerator generator, List<?> list) throws IOException {
        generator.writeStartArray(list, list.size());
        for (Object value : list) {
            write(generator, value);
        }
        generator.writeEndArray();
    }
}
