package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One worker and its pipes. Used by one thread at a time; only {@link #kill} may come from another. Reading and writing
 * happen on a thread of the worker's own, since a read from a pipe hears neither time-outs nor interrupts.
 */
final class WorkerProcess {
    static final int LARGEST_REQUEST = 60 << 20;

    private static final int LARGEST_REPLY = 512 << 20;
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final WorkerCommand command;
    private final Process process;
    private final ExecutorService transport;
    private final WorkerLog log;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private volatile boolean killed;
    private WorkerInformation information;
    private int served;
    private long frames;

    private WorkerProcess(WorkerCommand command, Process process) {
        this.command = command;
        this.process = process;
        this.log = WorkerLog.drain(process.getErrorStream(), process.pid());
        this.requests = new DataOutputStream(process.getOutputStream());
        this.replies = new DataInputStream(process.getInputStream());
        this.transport = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .name("kernel-worker-" + process.pid())
                .factory());
    }

    static WorkerProcess start(KernelOptions options) {
        return start(options.command());
    }

    /** Starts the program without waiting for it; {@link #greet} does. */
    static WorkerProcess start(WorkerCommand worker) {
        if (!Files.isExecutable(worker.program())) {
            throw new KernelException(
                    KernelException.Code.WORKER_MISSING,
                    "the " + worker.name() + " " + worker.program() + " is not there: ./cadwright setup builds it");
        }
        List<String> command = new ArrayList<>(List.of(worker.program().toString()));
        command.addAll(worker.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(Set.of("LD_LIBRARY_PATH", "PATH"));
        builder.environment().putAll(worker.environment());
        try {
            return new WorkerProcess(worker, builder.start());
        } catch (IOException e) {
            throw new KernelException(
                    KernelException.Code.WORKER_UNUSABLE,
                    "the " + worker.name() + " does not start: " + e.getMessage(),
                    e);
        }
    }

    /** Waits until the worker is in its jail and ready. */
    void greet() throws InterruptedException {
        information = switch (await(this::receive, START_LIMIT)) {
            case Exchange.Answered(byte[] frame) -> information(frame);
            case Exchange.Late() -> throw unusable("it did not answer");
            case Exchange.Ended(WorkerEnd end) -> throw unusable("it ended with " + end.cause());
        };
    }

    /** Hands over a frame and waits for the answer. A worker that is late, or interrupted for, is ended. */
    Exchange exchange(byte[] frame, Duration limit) throws InterruptedException {
        return await(
                () -> {
                    requests.writeInt(frame.length);
                    requests.write(frame);
                    requests.flush();
                    return receive();
                },
                limit);
    }

    /** Once for each borrower. */
    void lend() {
        served++;
    }

    int served() {
        return served;
    }

    /** A number that no frame of this worker has had. */
    long nextFrame() {
        return ++frames;
    }

    /** What the worker said when it was greeted. */
    WorkerInformation information() {
        return information;
    }

    boolean isAlive() {
        return !killed && process.isAlive();
    }

    /** Ends the process at once. What waits for its answer then gets {@link Exchange.Ended}. */
    void kill() {
        killed = true;
        process.destroyForcibly();
        transport.shutdown();
    }

    private Exchange await(Callable<byte[]> work, Duration limit) throws InterruptedException {
        Future<byte[]> answer = transport.submit(work);
        try {
            return new Exchange.Answered(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            kill();
            return new Exchange.Late();
        } catch (InterruptedException e) {
            kill();
            throw e;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                kill();
                throw new IllegalStateException("the transport to a kernel worker failed", e.getCause());
            }
            return new Exchange.Ended(end());
        }
    }

    private byte[] receive() throws IOException {
        int length = replies.readInt();
        if (length < 0 || length > LARGEST_REPLY) {
            throw new IOException("a reply of " + length + " bytes");
        }
        byte[] frame = replies.readNBytes(length);
        if (frame.length < length) {
            throw new IOException("a reply is cut short");
        }
        return frame;
    }

    /** The pipe is broken: the process ends by itself, or is made to. */
    private WorkerEnd end() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.SECONDS)) {
            kill();
            process.waitFor();
        }
        kill();
        return new WorkerEnd(process.exitValue());
    }

    private WorkerInformation information(byte[] frame) {
        try {
            JsonNode hello = Cbor.read(frame);
            int protocol = hello.path("protocol").asInt(-1);
            if (protocol == command.protocol()) {
                return new WorkerInformation(
                        protocol,
                        hello.path("kernel").asText(),
                        hello.path("landlock").asInt());
            }
            throw unusable("it speaks protocol " + protocol + " and not " + command.protocol());
        } catch (IOException e) {
            throw unusable("its greeting cannot be read");
        }
    }

    private KernelException unusable(String why) {
        kill();
        return new KernelException(
                KernelException.Code.WORKER_UNUSABLE,
                "the " + command.name() + " cannot be used (./cadwright setup builds it): " + why + log.tail());
    }
}
