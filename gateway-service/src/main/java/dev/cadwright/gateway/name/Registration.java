package dev.cadwright.gateway.name;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * That a name stands for what a job makes. At most one registration of a name is current; those whose job came to
 * nothing stay behind, so that a repeated request still finds its job.
 */
@Entity
@Table(name = "registration")
public class Registration extends PanacheEntityBase {
    /** What is named. */
    public enum Type {
        DATASET,
        MODEL;

        String noun() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @Column(name = "job_id")
    public UUID jobId;

    public String tenant;

    @Enumerated(EnumType.STRING)
    public Type type;

    public String name;
    public boolean current;

    /** The idempotency key of the request, or null. */
    @Column(name = "request_key")
    public String requestKey;

    @Column(name = "created_at")
    public Instant createdAt;

    static Uni<Registration> current(String tenant, Type type, String name) {
        return find("tenant = ?1 and type = ?2 and name = ?3 and current", tenant, type, name)
                .firstResult();
    }

    static Uni<Registration> ofJob(String tenant, Type type, UUID job) {
        return find("tenant = ?1 and type = ?2 and jobId = ?3", tenant, type, job)
                .firstResult();
    }

    static Uni<Registration> ofRequest(String tenant, Type type, String name, String key) {
        return find("tenant = ?1 and type = ?2 and name = ?3 and requestKey = ?4", tenant, type, name, key)
                .firstResult();
    }

    static Uni<List<Registration>> page(String tenant, Type type, UUID before, int limit) {
        return find(
                        "tenant = ?1 and type = ?2 and jobId < ?3 and current",
                        Sort.descending("jobId"),
                        tenant,
                        type,
                        before)
                .page(0, limit)
                .list();
    }

    /** Gives way to another registration of the name; 0 if somebody else was faster. */
    static Uni<Integer> supersede(UUID job) {
        return update("current = false where jobId = ?1 and current", job);
    }

    static Uni<Boolean> remove(UUID job) {
        return deleteById(job);
    }
}
