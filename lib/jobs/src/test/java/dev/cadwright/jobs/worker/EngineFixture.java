package dev.cadwright.jobs.worker;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.StoppedException;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.jobs.sql.DatabaseException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;

/** An engine on a store in memory that may have an outage, and one job for it. */
abstract class EngineFixture {
    static final UUID JOB = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration GRACE = Duration.ofMillis(300);
    static final EngineOptions OPTIONS = new EngineOptions(
            2,
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            GRACE,
            Duration.ofMillis(50));

    final MemoryWorkerStore store = new MemoryWorkerStore(Set.of("test.run"));
    final AtomicBoolean outage = new AtomicBoolean();
    Engine engine;

    /** What a unit does. */
    interface Work {
        JsonNode run(UnitContext unit) throws Exception;
    }

    record Handler(int units, Work body) implements JobHandler {
        @Override
        public String kind() {
            return "test.run";
        }

        @Override
        public Plan plan(JobContext job) {
            return new Plan(Collections.nCopies(units, new Plan.PlannedUnit(NullNode.getInstance(), 1)));
        }

        @Override
        public JsonNode work(UnitContext unit) throws Exception {
            return body.run(unit);
        }

        @Override
        public JsonNode finish(JobContext job, List<JsonNode> results) {
            return results.isEmpty() ? NullNode.getInstance() : results.getLast();
        }
    }

    @AfterEach
    void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    static JsonNode untilStopped(UnitContext unit, List<Cancellation.Reason> reasons) throws Exception {
        try {
            while (true) {
                unit.cancellation().throwIfRequested();
                Thread.sleep(5);
            }
        } catch (StoppedException e) {
            reasons.add(e.reason());
            throw e;
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void awaitQuietly(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }

    void start(Handler handler) {
        store.accept(
                "run",
                new JobCommand.Run(
                        JOB,
                        "test.run",
                        "acme",
                        1,
                        2,
                        0,
                        Optional.empty(),
                        3,
                        NullNode.getInstance(),
                        Optional.empty()));
        engine = engine(handler);
        engine.start();
    }

    Engine engine(Handler handler) {
        BackOff backOff = new BackOff(Duration.ZERO, Duration.ZERO, new Random(1));
        return new Engine(unreliable(), List.of(handler), OPTIONS, backOff, EngineObserver.NONE, "me");
    }

    /** The store, refusing everything during an outage. */
    WorkerStore unreliable() {
        return (WorkerStore) Proxy.newProxyInstance(
                WorkerStore.class.getClassLoader(), new Class<?>[] {WorkerStore.class}, (proxy, method, arguments) -> {
                    if (outage.get()) {
                        throw new DatabaseException("outage", null);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void cancel() {
        store.accept("cancel", new JobCommand.Cancel(JOB, "test.run", "acme", 1, 2, "enough", Optional.empty()));
        engine.wake();
    }

    JobState state() {
        synchronized (store) {
            return store.work.get(JOB).state();
        }
    }

    List<String> words() {
        synchronized (store) {
            return store.changes.get(JOB).stream().map(JobChange::word).toList();
        }
    }

    JobError error() {
        synchronized (store) {
            return ((JobChange.Failed) store.changes.get(JOB).getLast()).error();
        }
    }
}
