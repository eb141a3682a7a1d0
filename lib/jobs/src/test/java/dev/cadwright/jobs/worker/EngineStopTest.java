package dev.cadwright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Units that end before their work does: cancelled, ended, out of lease, without a database. */
class EngineStopTest extends EngineFixture {
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
        startWhatTheSecondAttemptEnds(reasons);

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
        startWhatTheSecondAttemptEnds(reasons);

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

    /** Waits until the first attempt runs, which goes on until it is stopped. */
    private void startWhatTheSecondAttemptEnds(List<Cancellation.Reason> reasons) {
        CountDownLatch running = new CountDownLatch(1);
        start(new Handler(1, unit -> {
            if (unit.attempt() > 1) {
                return IntNode.valueOf(2);
            }
            running.countDown();
            return untilStopped(unit, reasons);
        }));
        awaitQuietly(running);
    }
}
