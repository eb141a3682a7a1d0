package dev.cadwright.gateway.problem;

import dev.cadwright.artifacts.ArtifactException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can end a request early into a problem, in the shape that the route's clients parse. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response problem(ProblemException exception, ContainerRequestContext request) {
        return respond(exception, request);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, ContainerRequestContext request) {
        var path = request.getMethod() + " " + request.getUriInfo().getPath();
        return switch (exception.getResponse().getStatus()) {
            case 404 -> respond(ProblemException.notFound("There is nothing at " + path + "."), request);
            case 405 ->
                respond(new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, path + " does not exist."), request);
            case 406 -> respond(new ProblemException(ProblemCode.NOT_ACCEPTABLE, notAcceptable(request)), request);
            case 413 ->
                respond(new ProblemException(ProblemCode.BODY_TOO_LARGE, path + ": the body is too large."), request);
            case 415 ->
                respond(new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, unsupported(request)), request);
            default ->
                exception instanceof ClientErrorException
                        ? respond(
                                new ProblemException(
                                        ProblemCode.INVALID_REQUEST, String.valueOf(exception.getMessage())),
                                request)
                        : internal(exception, request);
        };
    }

    @ServerExceptionMapper
    Response database(PgException exception, ContainerRequestContext request) {
        // Class 57 is operator intervention (shutdown, crash), 53 insufficient resources, 08 connection.
        var state = String.valueOf(exception.getSqlState());
        var outage = state.startsWith("57") || state.startsWith("53") || state.startsWith("08");
        return outage ? unavailable(exception, request) : internal(exception, request);
    }

    @ServerExceptionMapper
    Response artifacts(ArtifactException exception, ContainerRequestContext request) {
        return switch (exception.code()) {
            case ARTIFACT_MISSING, INVALID_DIGEST ->
                respond(ProblemException.notFound("There is no artifact of that digest."), request);
            case ARTIFACT_TOO_LARGE ->
                respond(new ProblemException(ProblemCode.BODY_TOO_LARGE, exception.getMessage()), request);
            case STORAGE_FULL -> full(exception, request);
            case ARTIFACT_CORRUPT, INVALID_RANGE, STORAGE_FAILED -> internal(exception, request);
        };
    }

    @ServerExceptionMapper
    Response timeout(TimeoutException exception, ContainerRequestContext request) {
        return unavailable(exception, request);
    }

    @ServerExceptionMapper
    Response inputOutput(IOException exception, ContainerRequestContext request) {
        if (String.valueOf(exception.getMessage()).contains("No space left")) {
            return full(exception, request);
        }
        // Vert.x reports a database that refuses or drops connections as an I/O error.
        return unavailable(exception, request);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, ContainerRequestContext request) {
        for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException known -> {
                    return respond(known, request);
                }
                case ArtifactException known -> {
                    return artifacts(known, request);
                }
                case PgException known -> {
                    return database(known, request);
                }
                case IOException known -> {
                    return inputOutput(known, request);
                }
                default -> {}
            }
        }
        return internal(exception, request);
    }

    private static Response full(Throwable exception, ContainerRequestContext request) {
        LOG.errorf(exception, "The disk is full");
        return respond(new ProblemException(ProblemCode.STORAGE_FULL, "Free some space and try again."), request);
    }

    private static Response unavailable(Throwable exception, ContainerRequestContext request) {
        LOG.warnf(exception, "A needed part is not available: %s", exception.getMessage());
        return respond(
                new ProblemException(ProblemCode.UNAVAILABLE, "Nothing was changed; try again shortly.")
                        .retryAfter(OUTAGE),
                request);
    }

    private static Response internal(Throwable exception, ContainerRequestContext request) {
        LOG.errorf(exception, "%s failed", request.getUriInfo().getPath());
        return respond(
                new ProblemException(ProblemCode.INTERNAL, "The log has the cause under the trace id."), request);
    }

    private static String notAcceptable(ContainerRequestContext request) {
        return "Accept is " + request.getHeaderString("Accept") + "; leave it off to get the default representation.";
    }

    private static String unsupported(ContainerRequestContext request) {
        return "Content-Type is " + request.getHeaderString("Content-Type") + "; send application/json.";
    }

    private static Response respond(ProblemException exception, ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var response = Response.status(exception.code().status());
        exception.headers().forEach(response::header);
        return OpenAiRoutes.contains(path)
                ? response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(OpenAiError.of(exception))
                        .build()
                : response.type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(exception, path, Trace.of(request)))
                        .build();
    }
}
