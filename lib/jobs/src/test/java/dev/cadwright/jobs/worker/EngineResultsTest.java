package dev.cadwright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of the results and failures of units. */
class EngineResultsTest extends EngineFixture {
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
}
