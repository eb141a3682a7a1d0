package dev.cadwright.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server of this process. Its output goes to a log file; it ends with {@link #close()} or with this JVM. */
public final class RunningServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration SUCCESSION_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final EmbeddedServer server;
    private final Path log;
    private final Thread atExit;
    private volatile Process process;

    private RunningServer(EmbeddedServer server, Path log) {
        this.server = server;
        this.log = log;
        this.atExit = new Thread(this::kill, "end " + server.name());
    }

    /**
     * Prepares and starts a server and waits until it is ready.
     *
     * @throws EmbeddedServerException when it ends or is not ready within 90 s; the message names the log
     */
    public static RunningServer start(EmbeddedServer server, Path log) {
        RunningServer running = new RunningServer(server, log);
        server.prepare();
        Runtime.getRuntime().addShutdownHook(running.atExit);
        running.launch(Duration.ZERO);
        return running;
    }

    public EmbeddedServer server() {
        return server;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process with SIGKILL and waits until it is gone; nothing is flushed or closed in order. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    /** Starts the server again on the same folder and ports, and waits until it is ready. */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        launch(SUCCESSION_LIMIT);
    }

    /** Stops the server in order; kills it when that takes more than 20 s. */
    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /**
     * @param patience how long a server that ends while it starts is started anew: the children of a PostgreSQL that was
     *     killed hold its shared memory for a moment, and its successor does not start beside them
     */
    private void launch(Duration patience) {
        long begun = System.nanoTime();
        begin();
        while (!server.isReady()) {
            boolean ended = awaitEnd(LOOK);
            long waited = System.nanoTime() - begun;
            if (ended && waited < patience.toNanos()) {
                LockSupport.parkNanos(LOOK.toNanos());
                begin();
            } else if (ended || waited > START_LIMIT.toNanos()) {
                process.destroyForcibly();
                throw new EmbeddedServerException("%s %s; see %s"
                        .formatted(server.name(), ended ? "ended while starting" : "did not become ready", log));
            }
        }
    }

    private void begin() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = new ProcessBuilder(server.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new EmbeddedServerException(server.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void stop() {
        Commands.run(
                List.of("sh", "-c", "kill -" + server.stopSignal() + " " + process.pid() + " || true"), Map.of(), "");
        if (!awaitEnd(STOP_LIMIT)) {
            kill();
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while waiting for " + server.name(), e);
        }
    }
}
