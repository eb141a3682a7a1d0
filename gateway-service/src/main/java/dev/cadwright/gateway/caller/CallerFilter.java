package dev.cadwright.gateway.caller;

import dev.cadwright.contracts.Tenants;
import dev.cadwright.gateway.problem.Trace;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The one place that decides who is calling: the single tenant of an installation without keys. */
final class CallerFilter {
    private final CallerContext context;

    CallerFilter(CallerContext context) {
        this.context = context;
    }

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        context.begin(new Caller(Tenants.DEFAULT), Trace.of(request));
    }
}
