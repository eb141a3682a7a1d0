package dev.cadwright.hub.pull;

import dev.cadwright.hub.HubLimits;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A pull in a process of its own, which can be killed. */
final class PullProcess implements AutoCloseable {
    private final Process process;

    private PullProcess(Process process) {
        this.process = process;
    }

    static PullProcess start(PullFixture fixture, Path cache) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PullProcess.class.getName()));
        builder.environment()
                .putAll(Map.of(
                        "HF_ENDPOINT", fixture.hub.endpoint().toString(),
                        "HF_HUB_CACHE", cache.toString()));
        return new PullProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Pulls, and prints how many bytes came over the wire. */
    public static void main(String[] arguments) throws InterruptedException {
        HubSettings settings = HubSettings.of(System.getenv())
                .withLimits(HubLimits.DEFAULTS.withRangeBytes(64 << 10).withConnections(2));
        PulledModel pulled = new ModelPull(settings)
                .run(PullRequest.of(ModelAddress.parse(PullFixture.REPOSITORY)), event -> {}, () -> {});
        System.out.print(pulled.fetched());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Bytes that came over the wire, once it has ended well. */
    long fetched() throws IOException, InterruptedException {
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("the pull ended with " + process.exitValue());
        }
        return Long.parseLong(printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
