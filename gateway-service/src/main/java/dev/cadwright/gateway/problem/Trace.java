package dev.cadwright.gateway.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives each request a trace id: the one of its W3C {@code traceparent} header, or a new one. */
public final class Trace {
    static final String HEADER = "X-Trace-Id";
    private static final String PROPERTY = "cadwright.traceId";
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NONE = "0".repeat(32);
    private static final ThreadLocal<SplittableRandom> RANDOM = ThreadLocal.withInitial(SplittableRandom::new);

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        MDC.put("traceId", of(request));
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, of(request));
    }

    /** The trace id of a request: 32 hexadecimal digits. */
    public static String of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof String id) {
            return id;
        }
        var id = fromHeader(request.getHeaderString("traceparent"));
        request.setProperty(PROPERTY, id);
        return id;
    }

    private static String fromHeader(String header) {
        if (header != null) {
            var matcher = TRACE_PARENT.matcher(header);
            if (matcher.matches() && !matcher.group(1).equals(NONE)) {
                return matcher.group(1);
            }
        }
        return fresh();
    }

    private static String fresh() {
        var hex = HexFormat.of();
        return hex.toHexDigits(RANDOM.get().nextLong())
                + hex.toHexDigits(RANDOM.get().nextLong() | 1L);
    }
}
