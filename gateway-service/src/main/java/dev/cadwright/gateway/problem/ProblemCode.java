package dev.cadwright.gateway.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The stable codes of the errors that the API answers with. A code's spelling and status never change; its title is the
 * sentence for people that RFC 9457 asks for.
 */
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not JSON"),
    INVALID_REQUEST(400, "The request is not valid"),
    INVALID_CURSOR(400, "The page cursor is not one that this list gave out"),
    UNAUTHORIZED(401, "The caller is not known"),
    NOT_FOUND(404, "There is no such resource"),
    METHOD_NOT_ALLOWED(405, "The resource does not have this method"),
    NOT_ACCEPTABLE(406, "The resource has no representation that the client accepts"),
    NAME_TAKEN(409, "The name is in use"),
    NOT_READY(409, "The resource is not in a state for this"),
    IDEMPOTENCY_KEY_IN_USE(409, "A request with this idempotency key is still in flight"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside the artifact"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    UNSAFE_ARCHIVE(422, "The archive is not safe to unpack"),
    BROKEN_ARCHIVE(422, "The archive cannot be read"),
    BUSY(429, "Too much is asked for at the same time"),
    INTERNAL(500, "The gateway failed"),
    UNAVAILABLE(503, "A part that the gateway needs is not available"),
    TIMED_OUT(504, "A part that the gateway needs did not answer in time"),
    STORAGE_FULL(507, "The artifact store has no room left");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code as it appears on the wire, such as {@code name_taken}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The problem type, a stable URI. */
    public String type() {
        return "urn:cadwright:problem:" + wire();
    }
}
