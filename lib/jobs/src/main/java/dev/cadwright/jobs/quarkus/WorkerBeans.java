package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.outbox.Relay;
import dev.cadwright.jobs.sql.Database;
import dev.cadwright.jobs.worker.BackOff;
import dev.cadwright.jobs.worker.Engine;
import dev.cadwright.jobs.worker.EngineObserver;
import dev.cadwright.jobs.worker.EngineOptions;
import dev.cadwright.jobs.worker.SqlWorkerStore;
import dev.cadwright.jobs.worker.WorkerStore;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The engine, with all handlers that the service has as beans. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.worker.enabled", stringValue = "true")
class WorkerBeans {
    @Produces
    @Singleton
    WorkerStore store(Database database, JobsConfig config, @All List<JobHandler> handlers, UuidV7 ids, Relay relay) {
        Set<String> kinds = handlers.stream().map(JobHandler::kind).collect(Collectors.toSet());
        for (String kind : kinds) {
            if (!JobKinds.service(kind).equals(config.service())) {
                throw new IllegalStateException(
                        "commands for " + kind + " never reach the service " + config.service());
            }
        }
        return new SqlWorkerStore(database, config.service(), kinds, ids, relay::wake);
    }

    @Produces
    @Singleton
    Engine engine(WorkerStore store, @All List<JobHandler> handlers, JobsConfig config, EngineObserver observer) {
        JobsConfig.Worker worker = config.worker();
        EngineOptions options = new EngineOptions(
                worker.slots(),
                worker.lease(),
                worker.heartbeat(),
                worker.margin(),
                worker.scan(),
                worker.poll(),
                worker.grace(),
                worker.progressInterval());
        BackOff backOff = new BackOff(worker.firstBackoff(), worker.longestBackoff(), new SecureRandom());
        String owner = config.service() + "-" + ProcessHandle.current().pid();
        return new Engine(store, handlers, options, backOff, observer, owner);
    }
}
