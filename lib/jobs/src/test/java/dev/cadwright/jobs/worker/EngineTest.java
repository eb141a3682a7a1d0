package dev.cadwright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.StoppedException;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.jobs.sql.DatabaseException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final UUID JOB = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofMillis(300);
    private static final EngineOptions OPTIONS = new EngineOptions(
            2,
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            GRACE,
            Duration.ofMillis(50));

    private final MemoryWorkerStore store = new MemoryWorkerStore(Set.of("test.run"));
    private final AtomicBoolean outage = new AtomicBoolean();
    private Engine engine;

    /** What a unit does. */
    private interface Work {
        JsonNode run(UnitContext unit) throws Exception;
    }

    private record Handler(int units, Work body) implements JobHandler {
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

    @Test
    void resultsComeInTheOrderOfThePlanAndNoMoreUnitsRunThanThereAreSlots() {
        // Given
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<JsonNode> results = new ArrayList<>();
        Handler handler = new Handler(20, unit -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(5);
            now.decrementAndGet();
            return IntNode.valueOf(unit.index());
        });

        // When
        start(handler);

        // Then
        await().atMost(SOON).until(() -> state() == JobState.SUCCEEDED);
        results.addAll(store.results(JOB));
        assertThat(results).extracting(JsonNode::asInt).isSorted().hasSize(20);
        assertThat(most).hasValue(2);
        assertThat(words()).containsExactly("started", "succeeded");
    }

    @Test
    void anythingUnexpectedIsTriedAgainUntilNoAttemptIsLeft() {
        // Given
        AtomicInteger attempts = new AtomicInteger();

        // When
        start(new Handler(1, unit -> {
            attempts.incrementAndGet();
            throw new StackOverflowError("deep");
        }));

        // Then
        await().atMost(SOON).until(() -> state() == JobState.FAILED);
        assertThat(attempts).hasValue(3);
        assertThat(error().code()).isEqualTo("internal_error");
        assertThat(error().classification()).isEqualTo(JobError.Classification.EXHAUSTED);
        assertThat(words()).containsExactly("started", "retrying", "retrying", "failed");
    }

    @Test
    void aPermanentFailureIsNotTriedAgainAndStopsTheOtherUnits() {
        // Given
        CountDownLatch running = new CountDownLatch(1);
        List<Cancellation.Reason> reasons = Collections.synchronizedList(new ArrayList<>());

        // When
        start(new Handler(2, unit -> {
            if (unit.index() == 0) {
                running.countDown();
                return untilStopped(unit, reasons);
            }
            running.await();
            throw JobException.permanent("wrong_input", "no");
        }));

        // Then
        await().atMost(SOON).until(() -> state() == JobState.FAILED && engine.running() == 0);
        assertThat(error().code()).isEqualTo("wrong_input");
        assertThat(reasons).containsExactly(Cancellation.Reason.JOB_ENDED);
    }

    @Test
    void aResultThatIsTooLargeIsAFailure() {
        // When
        start(new Handler(1, unit -> TextNode.valueOf("x".repeat(300 << 10))));

        // Then
        await().atMost(SOON).until(() -> state() == JobState.FAILED);
        assertThat(error().code()).isEqualTo("output_too_large");
    }

    @Test
    void whatAHandlerLeftRunningIsEndedWithItsAttempt() {
        // Given
        AtomicInteger killed = new AtomicInteger();

        // When
        start(new Handler(1, unit -> {
            unit.cancellation().onKill(killed::incrementAndGet);
            unit.cancellation().onKill(() -> killed.addAndGet(100)).close();
            return NullNode.getInstance();
        }));

        // Then
        await().atMost(SOON).until(() -> state() == JobState.SUCCEEDED);
        assertThat(killed).hasValue(1);
    }

    @Test
    void aHandlerThatDoesNotListenIsKilledAndInterruptedAfterItsGrace() {
        // Given
        AtomicBoolean killed = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(1);
        start(new Handler(1, unit -> {
            unit.cancellation().onKill(() -> killed.set(true));
            running.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return IntNode.valueOf(1);
        }));
        awaitQuietly(running);

        // When
        cancel();

        // Then
        await().atMost(SOON).until(() -> state() == JobState.CANCELLED && engine.running() == 0);
        assertThat(killed).isTrue();
        assertThat(interrupted).isTrue();
        assertThat(words()).containsExactly("started", "cancelling", "cancelled");
    }

    @Test
    void aHandlerThatNeverReturnsDoesNotKeepItsJobFromEnding() {
        // Given
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean free = new AtomicBoolean();
        start(new Handler(1, unit -> {
            running.countDown();
            while (!free.get()) {
                Thread.onSpinWait();
            }
            return IntNode.valueOf(1);
        }));
        awaitQuietly(running);

        // When
        cancel();

        // Then
        await().atMost(SOON).until(() -> state() == JobState.CANCELLED);
        assertThat(engine.running()).isEqualTo(1);
        free.set(true);
        await().atMost(SOON).until(() -> engine.running() == 0);
        assertThat(words()).containsExactly("started", "cancelling", "cancelled");
    }

    @Test
    void aReplicaThatStopsGivesItsUnitsBackAndAnotherGoesOnFromTheCheckpoint() {
        // Given
        List<Cancellation.Reason> reasons = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch saved = new CountDownLatch(1);
        start(new Handler(1, unit -> {
            unit.saveCheckpoint(IntNode.valueOf(41));
            saved.countDown();
            return untilStopped(unit, reasons);
        }));
        awaitQuietly(saved);

        // When
        engine.close();

        // Then
        assertThat(reasons).containsExactly(Cancellation.Reason.SHUTDOWN);
        assertThat(store.backlog()).isEqualTo(new WorkerStore.Backlog(1, 0));
        assertThat(store.units.getLast().status.failures()).isZero();

        // When
        engine = engine(new Handler(
                1, unit -> IntNode.valueOf(1 + unit.checkpoint().orElseThrow().asInt())));
        engine.start();

        // Then
        await().atMost(SOON).until(() -> state() == JobState.SUCCEEDED);
        assertThat(store.results(JOB)).containsExactly(IntNode.valueOf(42));
    }

    @Test
    void anAttemptThatLostItsLeaseIsToldAndWritesNothing() {
        // Given
        List<Cancellation.Reason> reasons = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch running = new CountDownLatch(1);
        start(new Handler(1, unit -> {
            if (unit.attempt() > 1) {
                return IntNode.valueOf(2);
            }
            running.countDown();
            return untilStopped(unit, reasons);
        }));
        awaitQuietly(running);

        // When
        synchronized (store) {
            store.units.getLast().expired = true;
        }

        // Then
        await().atMost(SOON).until(() -> state() == JobState.SUCCEEDED && engine.running() == 0);
        assertThat(reasons).containsExactly(Cancellation.Reason.LEASE_LOST);
        assertThat(store.results(JOB)).containsExactly(IntNode.valueOf(2));
    }

    @Test
    void withoutADatabaseAnAttemptEndsBeforeItsLeaseAndTheJobGoesOnAfterwards() {
        // Given
        List<Cancellation.Reason> reasons = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch running = new CountDownLatch(1);
        start(new Handler(1, unit -> {
            if (unit.attempt() > 1) {
                return IntNode.valueOf(2);
            }
            running.countDown();
            return untilStopped(unit, reasons);
        }));
        awaitQuietly(running);

        // When
        outage.set(true);
        await().atMost(SOON).until(() -> reasons.size() == 1);
        synchronized (store) {
            store.units.getLast().expired = true;
        }
        outage.set(false);

        // Then
        assertThat(reasons).containsExactly(Cancellation.Reason.LEASE_LOST);
        await().atMost(SOON).until(() -> state() == JobState.SUCCEEDED);
    }

    @Test
    void aShortOutageOfTheDatabaseOnlyDelaysAResult() {
        // Given
        start(new Handler(1, unit -> {
            outage.set(true);
            Thread.ofVirtual().start(() -> {
                sleep(600);
                outage.set(false);
            });
            return IntNode.valueOf(unit.attempt());
        }));

        // Then
        await().atMost(SOON).until(() -> state() == JobState.SUCCEEDED);
        assertThat(store.results(JOB)).containsExactly(IntNode.valueOf(1));
    }

    private static JsonNode untilStopped(UnitContext unit, List<Cancellation.Reason> reasons) throws Exception {
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

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }

    private void start(Handler handler) {
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

    private Engine engine(Handler handler) {
        BackOff backOff = new BackOff(Duration.ZERO, Duration.ZERO, new Random(1));
        return new Engine(unreliable(), List.of(handler), OPTIONS, backOff, EngineObserver.NONE, "me");
    }

    /** The store, refusing everything during an outage. */
    private WorkerStore unreliable() {
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

    private void cancel() {
        store.accept("cancel", new JobCommand.Cancel(JOB, "test.run", "acme", 1, 2, "enough", Optional.empty()));
        engine.wake();
    }

    private JobState state() {
        synchronized (store) {
            return store.work.get(JOB).state();
        }
    }

    private List<String> words() {
        synchronized (store) {
            return store.changes.get(JOB).stream().map(JobChange::word).toList();
        }
    }

    private JobError error() {
        synchronized (store) {
            return ((JobChange.Failed) store.changes.get(JOB).getLast()).error();
        }
    }
}
