package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.python.interpret.HeapShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeapTest {
    @Test
    void programsThatKeepWhatTheyMakeNeverEndTheProcessThatRunsThem() throws IOException, InterruptedException {
        // Given
        Path programs = Programs.resources().resolve("heap.txt");

        // When
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProbe.class.getName(),
                        programs.toString())
                .redirectErrorStream(true)
                .start();
        List<String> fates = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        // Then
        assertThat(process.waitFor()).as(String.join("\n", fates)).isZero();
        assertThat(fates).hasSizeGreaterThan(40).allSatisfy(fate -> assertThat(fate)
                .startsWith("Exhausted: "));
    }

    @Test
    void sharesLeaveMostOfTheHeapAndAreHandedOutNoMoreThanOnce() throws Exception {
        // Given
        List<HeapShare> all = new ArrayList<>();
        for (int i = 0; i < HeapShare.count(); i++) {
            all.add(HeapShare.take());
        }
        assertThat(HeapShare.count() * HeapShare.bytes())
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 3);

        // When
        CompletableFuture<HeapShare> next = CompletableFuture.supplyAsync(() -> {
            try {
                return HeapShare.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        // Then
        assertThat(next).isNotDone();
        all.getFirst().close();
        next.get(10, TimeUnit.SECONDS).close();
        all.getFirst().close();
        all.forEach(HeapShare::close);
    }
}
