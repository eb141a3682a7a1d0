package dev.cadwright.gateway.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.cadwright.contracts.Tenants;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A gateway that dies between the registration of a name and the acceptance of the job. */
@GatewayTest
class CrashTest {
    @Inject
    Database database;

    @Test
    void theSameRequestGoesOnAtOnce() {
        // Given
        var name = Api.name("crashed");
        var key = UUID.randomUUID().toString();
        var job = registered(name, key, Instant.now());
        // Then nothing is there yet
        Api.get("/v1/datasets/" + name).statusCode(404);
        Api.get("/v1/datasets?limit=100").body("data.name", not(hasItem(name)));
        // When
        var accepted = Api.json(Api.procedural(name))
                .header("Idempotency-Key", key)
                .post("/v1/datasets")
                .then()
                .statusCode(202);
        // Then it is the job that was announced
        accepted.body("job", is(job.toString()));
    }

    @Test
    void anotherRequestHasTheNameAfterAMinute() {
        var fresh = Api.name("fresh");
        registered(fresh, null, Instant.now());
        Api.post("/v1/datasets", Api.procedural(fresh)).statusCode(409).body("code", is("name_taken"));
        var old = Api.name("old");
        var lost = registered(old, null, Instant.now().minus(Duration.ofSeconds(61)));
        assertThat(Api.dataset(old)).isNotEqualTo(lost);
    }

    private UUID registered(String name, String key, Instant at) {
        var registration = new Registration();
        registration.jobId = UUID.randomUUID();
        registration.tenant = Tenants.DEFAULT;
        registration.type = Registration.Type.DATASET;
        registration.name = name;
        registration.current = true;
        registration.requestKey = key;
        registration.createdAt = at;
        database.inTransaction(() -> registration.persist());
        return registration.jobId;
    }
}
