package dev.cadwright.gateway.request;

import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Reads bodies of at most 1 MiB strictly. No body at all, of whatever type, reads as an object without fields. */
@Provider
@Consumes(MediaType.WILDCARD)
@Priority(Priorities.USER - 100)
public class StrictBodyReader implements MessageBodyReader<Object> {
    static final int LIMIT = 1 << 20;

    private static final byte[] NO_FIELDS = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Binder binder;

    StrictBodyReader(Binder binder) {
        this.binder = binder;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isAnnotationPresent(StrictBody.class);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ProblemException(
                    ProblemCode.BODY_TOO_LARGE,
                    "A JSON body may have %,d bytes; send data as an upload.".formatted(LIMIT));
        }
        if (bytes.length > 0 && !MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body is %s; send application/json.".formatted(mediaType));
        }
        return binder.read(new ByteArrayInputStream(bytes.length == 0 ? NO_FIELDS : bytes), type);
    }
}
