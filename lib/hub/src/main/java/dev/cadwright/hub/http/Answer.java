package dev.cadwright.hub.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request, after redirects.
 *
 * @param uri where the answer came from
 * @param hops headers of all answers on the way that the hub itself gave, the first one first
 */
public record Answer(URI uri, int status, HttpHeaders headers, List<HttpHeaders> hops, InputStream body)
        implements AutoCloseable {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** A header that the hub itself gave, on the way or at the end. */
    public Optional<String> hubHeader(String name) {
        return hops.stream().flatMap(hop -> hop.firstValue(name).stream()).findFirst();
    }

    public boolean isRedirect() {
        return Redirects.STATUSES.contains(status);
    }

    /** At most so many bytes of the body. */
    public byte[] bytes(int limit) throws IOException {
        return body.readNBytes(limit);
    }

    /** Lets the connection go, whether or not all of the body was read. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // What could not be closed is closed already: nothing more is wanted of it.
            return;
        }
    }
}
