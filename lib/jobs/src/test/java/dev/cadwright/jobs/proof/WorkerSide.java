package dev.cadwright.jobs.proof;

import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.Topics;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.outbox.KafkaTransport;
import dev.cadwright.jobs.outbox.Outbox;
import dev.cadwright.jobs.outbox.Relay;
import dev.cadwright.jobs.sql.JobDatabase;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.worker.BackOff;
import dev.cadwright.jobs.worker.Engine;
import dev.cadwright.jobs.worker.EngineObserver;
import dev.cadwright.jobs.worker.EngineOptions;
import dev.cadwright.jobs.worker.SqlWorkerStore;
import dev.cadwright.jobs.worker.Stage;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Store, engine, relay and the consumer of commands, wired by hand; here, or as a process of its own. */
final class WorkerSide implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(4);
    static final Duration SCAN = Duration.ofMillis(500);
    static final Duration HEARTBEAT = Duration.ofMillis(700);
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final EngineOptions OPTIONS = new EngineOptions(
            3, LEASE, HEARTBEAT, Duration.ofSeconds(1), SCAN, Duration.ofMillis(200), GRACE, Duration.ofMillis(200));

    final SqlWorkerStore store;
    final Engine engine;
    private final KafkaTransport transport;
    private final Relay relay;
    private final TopicReader commands;

    WorkerSide(JobDatabase tables, String bootstrap, String tenant, Path artifacts, Consumer<String> log) {
        this.transport = new KafkaTransport(Map.of("bootstrap.servers", bootstrap));
        this.relay = new Relay(new Outbox(tables.database()), transport);
        StepHandler handler = new StepHandler(new FolderArtifactStore(artifacts), log);
        UuidV7 ids = new UuidV7(Clock.systemUTC(), new SecureRandom());
        this.store = new SqlWorkerStore(tables.database(), "render", Set.of(StepHandler.KIND), ids, relay::wake);
        BackOff backOff = new BackOff(Duration.ofMillis(50), Duration.ofMillis(200), new SecureRandom());
        String owner = Long.toString(ProcessHandle.current().pid());
        this.engine = new Engine(store, List.of(handler), OPTIONS, backOff, new Printer(log), owner);
        relay.start();
        engine.start();
        this.commands = new TopicReader(bootstrap, Topics.commands("render"), "render-" + tenant, tenant, this::accept);
    }

    private void accept(CloudEvent event) {
        String data = new String(event.getData().toBytes(), StandardCharsets.UTF_8);
        if (store.accept(event.getId(), JsonText.read(data, JobCommand.class))) {
            engine.wake();
        }
    }

    private record Printer(Consumer<String> log) implements EngineObserver {
        @Override
        public void ended(String kind, Stage stage, Outcome outcome, Duration elapsed) {
            log.accept("ENDED " + stage + " " + outcome);
        }
    }

    @Override
    public void close() {
        commands.close();
        engine.close();
        relay.close();
        transport.close();
    }

    /** Arguments: database address, user, password, bootstrap servers, tenant, artifacts' folder. */
    public static void main(String[] arguments) throws InterruptedException {
        JobDatabase tables = JobDatabase.open(arguments[0], arguments[1], arguments[2]);
        WorkerSide worker =
                new WorkerSide(tables, arguments[3], arguments[4], Path.of(arguments[5]), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close));
        System.out.println("READY");
        Thread.currentThread().join();
    }
}
