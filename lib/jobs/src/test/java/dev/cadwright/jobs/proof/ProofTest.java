package dev.cadwright.jobs.proof;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.sql.JobDatabase;
import dev.cadwright.jobs.testkit.RealServers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway on fresh tables, and workers of a tenant of its own, on the real servers. */
abstract class ProofTest {
    static final String BOOTSTRAP = RealServers.shared().kafkaBootstrap();

    @TempDir
    Path artifacts;

    JobDatabase tables;
    GatewaySide gateway;
    String tenant;

    @BeforeEach
    void open() {
        tables = JobDatabase.create();
        tenant = "t" + UUID.randomUUID();
        gateway = new GatewaySide(tables, BOOTSTRAP, tenant).listening();
    }

    @AfterEach
    void close() {
        gateway.close();
        tables.close();
    }

    WorkerSide workerHere() {
        return new WorkerSide(tables, BOOTSTRAP, tenant, artifacts, line -> {});
    }

    ChildJvm worker() {
        return new ChildJvm(
                WorkerSide.class,
                tables.url(),
                tables.user(),
                tables.password(),
                BOOTSTRAP,
                tenant,
                artifacts.toString());
    }

    JobState state(Job job) {
        return gateway.job(job.id()).state();
    }
}
