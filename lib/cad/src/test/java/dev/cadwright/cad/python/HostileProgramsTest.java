package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Host;
import dev.cadwright.cad.python.interpret.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that want more than they may have: {@code hostile.txt} holds them, each with how it must end. */
class HostileProgramsTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    static Stream<String> programs() {
        String all = Programs.text(Programs.resources().resolve("hostile.txt"));
        return Arrays.stream(all.split("(?m)^%% "));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aHostileProgramEndsWithATypedOutcomeInsideItsBudget(String entry) {
        // Given
        int line = entry.indexOf('\n');
        String expected = entry.substring(0, line);
        String program = entry.substring(line + 1);

        // When
        long start = System.nanoTime();
        String fate = Programs.fate(program);

        // Then
        assertThat(fate).isEqualTo(expected);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(programs()).hasSizeGreaterThan(100);
    }

    @Test
    void aProgramEndsWhenItsTimeIsOver() {
        // Given
        AtomicLong looks = new AtomicLong();
        Budget budget = Budget.DEFAULT.until(() -> looks.incrementAndGet() > 10);

        // When
        Outcome outcome = Programs.run("while True: pass", Host.NONE, budget);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Exhausted.class);
        assertThat(outcome.diagnostic().orElseThrow().code()).isEqualTo("limit.time");
    }

    @Test
    void anInterruptEndsAProgramAndIsKept() {
        // Given
        Thread.currentThread().interrupt();

        // When
        Outcome outcome = Programs.run("def f():\n    while True: pass\nf()", Host.NONE, Budget.DEFAULT);

        // Then
        assertThat(outcome.diagnostic().orElseThrow().code()).isEqualTo("limit.time");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void everyRunOfAProgramEndsTheSameWay() {
        // Given
        String program =
                "import random\nx = [random.random() for _ in range(50)]\nprint(x, {v: 1 for v in x}, set(x))\n"
                        + "class A: pass\nprint(A(), A, print, id(A()))\nwhile True: x.append(random.gauss(0, 1))";

        // When
        Outcome first = Programs.run(program, Host.NONE, Programs.SMALL);
        Outcome second = Programs.run(program, Host.NONE, Programs.SMALL);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first).isInstanceOf(Outcome.Exhausted.class);
    }
}
