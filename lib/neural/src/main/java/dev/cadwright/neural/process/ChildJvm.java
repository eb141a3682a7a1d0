package dev.cadwright.neural.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child JVM in a process group of its own, spoken to by lines on its standard streams. Whatever happens inside it, an
 * abort of native code included, is an exit status here, and {@link #kill} always ends it and all it started.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final String LOG_MANAGER = "java.util.logging.manager";
    private static final String ROOT = "cadwright.root";
    private static final int LOG_LINES = 40;
    private static final long GRACE_SECONDS = 5;

    private final Process process;
    private final boolean ownGroup;
    private final BufferedWriter input;
    private final BufferedReader output;
    private final Deque<String> log = new ArrayDeque<>();
    private final Thread logReader;
    private final long memoryKillsBefore = memoryKills();

    private ChildJvm(Process process, boolean ownGroup) {
        this.process = process;
        this.ownGroup = ownGroup;
        this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.logReader =
                Thread.ofPlatform().daemon().name("child-log-" + process.pid()).start(this::readLog);
    }

    public static ChildJvm start(ChildOptions options, Class<?> main, String... arguments) {
        boolean ownGroup = Files.isExecutable(SETSID);
        List<String> command = new ArrayList<>();
        if (ownGroup) {
            command.add(SETSID.toString());
        }
        command.add(options.java().toString());
        // The same log manager on the same class path; without it, JBoss's complains in every child's log.
        Optional.ofNullable(System.getProperty(LOG_MANAGER))
                .ifPresent(manager -> command.add("-D" + LOG_MANAGER + "=" + manager));
        // By which the compiled kernels are found.
        Optional.ofNullable(System.getProperty(ROOT)).ifPresent(root -> command.add("-D" + ROOT + "=" + root));
        command.addAll(List.of(
                "-Xmx" + options.heap(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                options.classPath(),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Waiting OpenMP threads that spin would take the core from whoever shares it.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        builder.environment().putAll(options.environment());
        try {
            return new ChildJvm(builder.start(), ownGroup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The next line of standard output, or null when the child has closed it. */
    public String readLine() {
        try {
            return output.readLine();
        } catch (IOException e) {
            // A stream closed by kill() from another thread ends like one closed by the child.
            return null;
        }
    }

    /** Sends a line; returns false if the child no longer listens. */
    public synchronized boolean writeLine(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for the end. */
    public ChildExit await() throws InterruptedException {
        int status = process.waitFor();
        logReader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
        return ChildExit.of(status, lastLog(), memoryKills() > memoryKillsBefore);
    }

    /** Waits for the end for so long; returns whether it came. */
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        return process.waitFor(timeout, unit);
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Ends the child and everything it started, at once. */
    public void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        if (ownGroup && process.isAlive()) {
            killGroup();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void killGroup() {
        try {
            new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // Without a kill command the descendants are ended one by one.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastLog() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    private void readLog() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.addLast(line);
                    if (log.size() > LOG_LINES) {
                        log.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            synchronized (log) {
                log.addLast("(the log broke off: " + e.getMessage() + ")");
            }
        }
    }

    /** How many processes of this container the kernel has killed for memory; 0 where it does not say. */
    private static long memoryKills() {
        try {
            for (String line : Files.readAllLines(Path.of("/sys/fs/cgroup/memory.events"))) {
                if (line.startsWith("oom_kill ")) {
                    return Long.parseLong(line.substring("oom_kill ".length()));
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
        return 0;
    }

    @Override
    public void close() {
        kill();
    }
}
