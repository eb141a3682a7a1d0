package dev.cadwright.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes, whoever started them. */
final class Signals {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private Signals() {}

    /** Asks a process to end, waits, and kills it when it does not. Returns whether it ended when asked. */
    static boolean stop(ProcessHandle process, String signal, Duration limit) {
        send(process, signal);
        if (awaitEnd(process, limit)) {
            return true;
        }
        kill(process);
        return false;
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        awaitEnd(process, KILL_LIMIT);
    }

    static boolean awaitEnd(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
