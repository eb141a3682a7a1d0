package dev.cadwright.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties a worker's standard error into the log, so that it never blocks; only so much of it is logged. */
final class WorkerLog implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(WorkerLog.class);
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;

    private final InputStream stream;
    private final long pid;
    private volatile String last = "";

    private WorkerLog(InputStream stream, long pid) {
        this.stream = stream;
        this.pid = pid;
    }

    static WorkerLog drain(InputStream stream, long pid) {
        WorkerLog log = new WorkerLog(stream, pid);
        Thread.ofPlatform().daemon().name("kernel-log-" + pid).start(log);
        return log;
    }

    /** The last line, as the end of a sentence; empty where there was none. */
    String tail() {
        return last.isEmpty() ? "" : " (" + last + ")";
    }

    @Override
    public void run() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            int lines = 0;
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                if (character != '\n') {
                    if (line.length() < LONGEST_LINE) {
                        line.append((char) character);
                    }
                } else {
                    if (lines++ < MOST_LINES) {
                        take(line.toString());
                    }
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            LOGGER.debug("the error stream of kernel worker {} broke off: {}", pid, e.getMessage());
        }
    }

    private void take(String line) {
        if (!line.isBlank()) {
            last = line;
            LOGGER.warn("kernel worker {}: {}", pid, line);
        }
    }
}
