package dev.cadwright.gateway.name;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.job.States;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.gateway.storage.Database;
import dev.cadwright.jobs.gateway.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The names of datasets and models. A name is registered before its job is submitted, with the id that the job will
 * have; a registration whose job never came (the gateway died in between) lapses after a minute.
 */
@ApplicationScoped
public class Names {
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Database database;
    private final Jobs jobs;
    private final CallerContext context;

    Names(Database database, Jobs jobs, CallerContext context) {
        this.database = database;
        this.jobs = jobs;
        this.context = context;
    }

    /** A name together with the job that makes what it stands for. */
    public record Named(Registration registration, Optional<Job> job) {}

    /**
     * Registers a name, submits the job that gives it meaning, and takes the registration back if that is refused.
     *
     * @param id the job's id, unless the same request came before
     * @param submit submits the job, with the id it is given, and others after it
     * @return what was submitted, or what the same request submitted before
     * @throws ProblemException with {@link ProblemCode#NAME_TAKEN}
     */
    public List<Job> register(
            Registration.Type type,
            String name,
            UUID id,
            Optional<IdempotencyKey> key,
            Function<UUID, List<Job>> submit) {
        var repeated = key.flatMap(known -> read(() -> Registration.ofRequest(tenant(), type, name, known.value())));
        if (repeated.isPresent()) {
            return submit.apply(repeated.get().jobId);
        }
        var registration = registration(type, name, id, key);
        insert(registration, find(type, name));
        try {
            var accepted = submit.apply(id);
            if (!accepted.getFirst().id().equals(id)) {
                database.inTransaction(() -> Registration.remove(id));
            }
            return accepted;
        } catch (ProblemException refused) {
            database.inTransaction(() -> Registration.remove(id));
            throw refused;
        }
    }

    /** What a name, or the id of a job, stands for. */
    public Optional<Named> find(Registration.Type type, String nameOrId) {
        var id = uuid(nameOrId);
        var found = id.isPresent()
                ? read(() -> Registration.ofJob(tenant(), type, id.get()))
                : read(() -> Registration.current(tenant(), type, nameOrId));
        return found.map(this::named);
    }

    /** Names in use, newest first. */
    public List<Named> page(Registration.Type type, UUID before, int limit) {
        return database.inSession(() -> Registration.page(tenant(), type, before, limit)).stream()
                .map(this::named)
                .toList();
    }

    /** Frees the name of a registration; what its job made stays. */
    public void release(UUID job) {
        database.inTransaction(() -> Registration.supersede(job));
    }

    private void insert(Registration registration, Optional<Named> holder) {
        holder.ifPresent(this::requireLapsed);
        try {
            database.inTransaction(() -> {
                var free = holder.isPresent()
                        ? Registration.supersede(holder.get().registration().jobId)
                        : Uni.createFrom().item(1);
                return free.chain(() -> registration.persistAndFlush());
            });
        } catch (PersistenceException duplicate) {
            throw taken(registration, "is being created by another request");
        }
    }

    private void requireLapsed(Named holder) {
        var registration = holder.registration();
        if (holder.job().isEmpty()) {
            if (registration.createdAt.isAfter(Instant.now().minus(GRACE))) {
                throw taken(registration, "is being created by another request");
            }
            return;
        }
        var state = holder.job().get().state();
        if (state != JobState.FAILED && state != JobState.CANCELLED) {
            throw taken(registration, "exists: job %s is %s".formatted(registration.jobId, States.word(state)));
        }
    }

    private static ProblemException taken(Registration registration, String why) {
        var noun = registration.type.noun();
        return new ProblemException(
                ProblemCode.NAME_TAKEN,
                "The %s \"%s\" %s. Choose another name.".formatted(noun, registration.name, why));
    }

    private Registration registration(Registration.Type type, String name, UUID id, Optional<IdempotencyKey> key) {
        var registration = new Registration();
        registration.jobId = id;
        registration.tenant = tenant();
        registration.type = type;
        registration.name = name;
        registration.current = true;
        registration.requestKey = key.map(IdempotencyKey::value).orElse(null);
        registration.createdAt = Instant.now();
        return registration;
    }

    private Named named(Registration registration) {
        return new Named(registration, jobs.find(registration.jobId));
    }

    private <T> Optional<T> read(Supplier<Uni<T>> query) {
        return Optional.ofNullable(database.inSession(query));
    }

    private String tenant() {
        return context.caller().tenant();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
