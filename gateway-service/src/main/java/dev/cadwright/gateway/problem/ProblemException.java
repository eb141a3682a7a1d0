package dev.cadwright.gateway.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ends a request with a problem; the mappers turn it into the body that the route's clients expect. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    public ProblemException(ProblemCode code, String detail, List<Fault> faults) {
        this(code, detail, faults, Map.of());
    }

    private ProblemException(ProblemCode code, String detail, List<Fault> faults, Map<String, String> headers) {
        super(Objects.requireNonNull(detail, "detail"));
        this.code = Objects.requireNonNull(code, "code");
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    /** A request with at least one fault; the first one's message becomes the detail. */
    public static ProblemException invalid(List<Fault> faults) {
        var first = faults.getFirst();
        var rest = faults.size() == 1 ? "" : " (and %d more, see errors)".formatted(faults.size() - 1);
        var place = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        return new ProblemException(ProblemCode.INVALID_REQUEST, place + first.message() + rest, faults);
    }

    public static ProblemException invalid(String pointer, String code, String message, String hint) {
        return invalid(List.of(new Fault(pointer, code, message, hint)));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemCode.NOT_FOUND, detail);
    }

    /** The same problem, saying when to try again. */
    public ProblemException retryAfter(Duration delay) {
        return withHeader("Retry-After", Long.toString(delay.toSeconds()));
    }

    /** The same problem, answered with one more header. */
    public ProblemException withHeader(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new ProblemException(code, getMessage(), faults, all);
    }

    /** The same problem, of a part of the body. */
    public ProblemException within(String pointer) {
        if (faults.isEmpty()) {
            return this;
        }
        return invalid(faults.stream()
                .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.message(), fault.hint()))
                .toList());
    }

    public ProblemCode code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
