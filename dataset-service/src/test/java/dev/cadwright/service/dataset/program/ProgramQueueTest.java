package dev.cadwright.service.dataset.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramQueueTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ProgramQueue queue = new ProgramQueue(new OneAtATime());

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aTaskThatDoesNotEndInTimeOverrunsAndIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> queue.run(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } finally {
                                interrupted.countDown();
                            }
                            return null;
                        },
                        SHORT))
                .isInstanceOf(ProgramQueue.Overrun.class);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoGivesUpWaitingLeavesTheLineToOthers() throws Exception {
        // Given one at work, in a line that has room for one
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                queue.run(
                        () -> {
                            begun.countDown();
                            return end.await(1, TimeUnit.MINUTES);
                        },
                        Duration.ofMinutes(1));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();

        // When // Then
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> queue.run(() -> "never", SHORT)).isInstanceOf(TimeoutException.class);
        }
        end.countDown();
        assertThat(queue.run(() -> "served", Duration.ofSeconds(10))).isEqualTo("served");
    }

    /** One at work, one in line, who waits no longer than the task may take. */
    private record OneAtATime() implements ProgramSettings {
        @Override
        public int concurrent() {
            return 1;
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Duration time() {
            return Duration.ofMinutes(1);
        }

        @Override
        public MemorySize memory() {
            return new MemorySize(BigInteger.TWO.pow(30));
        }

        @Override
        public int triangles() {
            return 1000;
        }

        @Override
        public MemorySize text() {
            return new MemorySize(BigInteger.TWO.pow(20));
        }
    }
}
