package dev.cadwright.gateway.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.gateway.caller.Caller;
import dev.cadwright.jobs.gateway.IdempotencyKey;
import dev.cadwright.jobs.gateway.IdempotencyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;

/** Answers a repeated request that submits no job as the first time. */
@ApplicationScoped
public class Replays {
    private final IdempotencyStore store;
    private final ObjectMapper json;

    Replays(IdempotencyStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** What a request is answered with. */
    public record Answer(int status, String location, Object body) {}

    /** A request's effect. */
    @FunctionalInterface
    public interface Effect {
        Answer run() throws IOException;
    }

    /**
     * Runs the effect of a request once for each key.
     *
     * @param key the client's, or null to run it in any case
     * @param request what makes the request the same
     */
    public Response once(Caller caller, String key, String request, Effect effect) throws IOException {
        if (key == null) {
            return respond(toStore(effect.run()));
        }
        var idempotencyKey = Keys.of(key, request);
        return switch (store.start(caller.tenant(), idempotencyKey)) {
            case IdempotencyStore.Start.Replay(var answer) -> respond(answer);
            case IdempotencyStore.Start.KeyReused() -> throw Keys.reused();
            case IdempotencyStore.Start.KeyInFlight() -> throw Keys.inFlight();
            case IdempotencyStore.Start.Process() -> process(caller, idempotencyKey, effect);
        };
    }

    private Response process(Caller caller, IdempotencyKey key, Effect effect) throws IOException {
        IdempotencyStore.Answer answer;
        try {
            answer = toStore(effect.run());
        } catch (IOException | RuntimeException failure) {
            store.abandon(caller.tenant(), key);
            throw failure;
        }
        store.finish(caller.tenant(), key, answer);
        return respond(answer);
    }

    private IdempotencyStore.Answer toStore(Answer answer) throws JsonProcessingException {
        return new IdempotencyStore.Answer(
                answer.status(), MediaType.APPLICATION_JSON, answer.location(), json.writeValueAsString(answer.body()));
    }

    private static Response respond(IdempotencyStore.Answer answer) {
        return Response.status(answer.status())
                .type(answer.mediaType())
                .location(URI.create(answer.location()))
                .entity(answer.body())
                .build();
    }
}
