package dev.cadwright.hub.testkit;

import java.util.Map;

/** What goes wrong with an answer. */
public sealed interface Fault {
    /** The connection ends after so many bytes of the body. */
    record Cut(long bytes) implements Fault {}

    /** Another status, with headers and no body. */
    record Status(int code, Map<String, String> headers) implements Fault {
        public Status {
            headers = Map.copyOf(headers);
        }

        public static Status of(int code) {
            return new Status(code, Map.of());
        }
    }

    /** One bit of the body is another. */
    record WrongBit() implements Fault {}

    /** The whole body with status 200, though a range was asked for. */
    record RangeIgnored() implements Fault {}

    /** A body that is so many bytes longer than it should be, or shorter. */
    record WrongLength(long more) implements Fault {}

    /** Nothing comes any more after so many bytes, but the connection stays. */
    record Silence(long bytes) implements Fault {}

    /** So many bytes a second. */
    record Slow(long bytesPerSecond) implements Fault {}

    /** A redirect to somewhere else. */
    record Redirect(String location) implements Fault {}

    /** Another body. */
    record Body(String text) implements Fault {}
}
