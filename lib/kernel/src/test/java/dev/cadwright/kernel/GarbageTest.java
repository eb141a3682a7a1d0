package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever bytes come in a frame, the worker answers, and goes on. */
class GarbageTest {
    @Test
    void everyFrameOfNoiseIsAnsweredWithAFailure() throws Exception {
        // Given
        WorkerProcess worker = worker();
        Random random = new Random(7);
        try {
            for (int round = 0; round < 2000; round++) {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);

                // When
                Exchange exchange = worker.exchange(noise, Duration.ofSeconds(10));

                // Then
                assertFailure(exchange);
            }
        } finally {
            worker.kill();
        }
    }

    @Test
    void everyDamagedRequestIsAnswered() throws Exception {
        // Given
        WorkerProcess worker = worker();
        Random random = new Random(8);
        List<Instruction> instructions = List.of(
                Instruction.fuse(1, List.of(1, 2)), Instruction.measure(3), Instruction.mesh(1, Deflection.STANDARD));
        byte[] request = new RequestFrame(1, Budget.STANDARD, false, Duration.ofSeconds(10), instructions).encode();
        try {
            for (int round = 0; round < 2000; round++) {
                byte[] damaged = request.clone();
                for (int change = 0; change <= random.nextInt(4); change++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }

                // When
                Exchange exchange = worker.exchange(damaged, Duration.ofSeconds(10));

                // Then
                assertThat(exchange).isInstanceOf(Exchange.Answered.class);
            }
        } finally {
            worker.kill();
        }
    }

    @Test
    void lengthBeyondTheLimitEndsTheWorker() throws Exception {
        // Given
        WorkerProcess worker = worker();

        // When
        Exchange exchange = worker.exchange(new byte[(64 << 20) + 1], Duration.ofSeconds(10));

        // Then
        assertThat(exchange).isInstanceOf(Exchange.Ended.class);
    }

    @Test
    void workerEndsWithTheStreamOfRequests() throws Exception {
        // Given
        Process process = new ProcessBuilder(Workers.options().executable().toString()).start();

        // When
        process.getOutputStream().close();

        // Then
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void programOfTooManyItemsIsExhausted() {
        // Given
        List<Curve> curves = Collections.nCopies(400_000, Shapes.line(0, 0, 1, 0));
        Source huge = Shapes.program(Shapes.up(1, Operation.NEW_BODY, Shapes.profile(new Loop(curves))));

        // When
        try (KernelPool pool = new KernelPool(Workers.options())) {
            Execution execution = pool.execute(huge, Request.properties());

            // Then
            assertThat(execution.category()).isEqualTo(Category.EXHAUSTED);
        }
    }

    @Test
    void unknownOperationsAndHandlesAreNamedAsProtocolFailures() throws Exception {
        // Given
        WorkerProcess worker = worker();
        Map<String, Object> frame = Map.of(
                "id",
                5,
                "memory",
                1 << 28,
                "seconds",
                1.0,
                "triangles",
                10,
                "operations",
                List.of(Map.of("do", "fly")));
        try {
            // When
            Exchange unknown = worker.exchange(Cbor.write(frame), Duration.ofSeconds(10));

            // Then
            Reply reply = Reply.read(((Exchange.Answered) unknown).frame(), 5);
            assertThat(reply.failure()).map(Reply.Failure::category).contains("protocol");
        } finally {
            worker.kill();
        }
    }

    private static void assertFailure(Exchange exchange) throws Exception {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        assertThat(Reply.read(((Exchange.Answered) exchange).frame(), 0).failure())
                .isPresent();
    }

    private static WorkerProcess worker() throws InterruptedException {
        WorkerProcess worker = WorkerProcess.start(Workers.options());
        worker.greet();
        return worker;
    }
}
