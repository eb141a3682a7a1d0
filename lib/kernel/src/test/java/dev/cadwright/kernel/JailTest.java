package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JailTest {
    private static final int NOT_PERMITTED = 1;

    @ParameterizedTest
    @ValueSource(strings = {"open", "create", "socket", "exec", "fork", "kill", "signal_init", "limit_init"})
    void worldOutsideIsForbidden(String attempt) {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // When
            Dispatcher.Outcome outcome = dispatcher.dispatch(Budget.STANDARD, List.of(Instruction.test(attempt)));

            // Then
            Reply reply = ((Dispatcher.Outcome.Answer) outcome).reply();
            assertThat(reply.failure()).isEmpty();
            assertThat(reply.results().getFirst().intValue()).isEqualTo(NOT_PERMITTED);
            assertThat(Files.exists(Path.of("/tmp/cadwright-kernel-escape"))).isFalse();
        }
    }

    @Test
    void systemItselfShowsTheJail() throws IOException {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // Given
            Set<Long> before = children();
            dispatcher.information();
            long worker = children().stream()
                    .filter(child -> !before.contains(child))
                    .findFirst()
                    .orElseThrow();

            // When
            String status = Files.readString(Path.of("/proc", String.valueOf(worker), "status"));
            String limits = Files.readString(Path.of("/proc", String.valueOf(worker), "limits"));

            // Then
            assertThat(status).containsPattern("NoNewPrivs:\\s+1\n").containsPattern("Seccomp:\\s+2\n");
            assertThat(status).containsPattern("Threads:\\s+1\n");
            assertThat(limits)
                    .containsPattern("Max core file size\\s+0\\s+0")
                    .containsPattern("Max processes\\s+0\\s+0")
                    .containsPattern("Max open files\\s+16\\s+16");
        }
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    void misbehaviourIsUnknownToAWorkerThatIsNotUnderTest() {
        try (Dispatcher dispatcher = new Dispatcher(new Slots(Workers.options()))) {
            // When
            Dispatcher.Outcome outcome = dispatcher.dispatch(Budget.STANDARD, List.of(Instruction.test("crash")));

            // Then
            assertThat(((Dispatcher.Outcome.Answer) outcome).reply().failure())
                    .map(Reply.Failure::code)
                    .contains("protocol.operation");
        }
    }

    @Test
    void workerTellsItsKernelAndItsJail() {
        try (KernelPool pool = new KernelPool(Workers.options())) {
            // When
            WorkerInformation information = pool.information();

            // Then
            assertThat(information.protocol()).isEqualTo(KernelOptions.PROTOCOL);
            assertThat(information.kernel()).startsWith("OCCT 7.");
            assertThat(information.landlock()).isNotNegative();
        }
    }
}
