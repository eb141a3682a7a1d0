package dev.cadwright.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The process that keeps the others running until it gets SIGTERM. Argument: the home folder, which holds the plan.
 *
 * <p>It starts where its predecessor was: processes that still run by the same plan are adopted, others are ended.
 * Only one supervisor runs on a home folder at a time.
 */
public final class Supervisor {
    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());

    private final SuiteFiles files;
    private final Plan plan;
    private final Board board;
    private final List<SupervisedProcess> processes = new ArrayList<>();

    private Supervisor(SuiteFiles files, Plan plan, Clock clock) {
        this.files = files;
        this.plan = plan;
        this.board = new Board(
                files,
                clock,
                plan,
                ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());
        Semaphore starting = new Semaphore(plan.startingAtOnce(), true);
        for (ProcessPlan process : plan.processes()) {
            processes.add(new SupervisedProcess(process, files, board, starting, clock));
        }
    }

    public static void main(String[] arguments) throws IOException {
        SuiteFiles files = new SuiteFiles(Path.of(arguments[0]));
        FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            LOG.log(System.Logger.Level.INFO, "Another supervisor runs on {0}", files.home());
            return;
        }
        Plan plan = files.plan().orElseThrow(() -> new SuiteException("No plan in " + files.home()));
        Supervisor supervisor = new Supervisor(files, plan, Clock.systemUTC());
        if (!supervisor.begin()) {
            System.exit(3);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.keepLogsShort();
    }

    /** Adopts, cleans up and starts. Returns false, with the reason in the state, when the suite cannot run. */
    private boolean begin() {
        Map<SupervisedProcess, ProcessState> adoptable = adoptable();
        Set<ProcessHandle> kept = new HashSet<>();
        adoptable.values().forEach(state -> state.identity()
                .flatMap(ProcessIdentity::handle)
                .ifPresent(kept::add));
        Strays.kill(files, kept);
        Optional<String> taken = takenPort(adoptable.keySet());
        if (taken.isPresent()) {
            Strays.kill(files, Set.of());
            board.phase(SuiteState.Phase.FAILED, taken);
            return false;
        }
        board.waiting();
        adoptable.forEach(SupervisedProcess::adopt);
        processes.forEach(SupervisedProcess::start);
        return true;
    }

    private Map<SupervisedProcess, ProcessState> adoptable() {
        Map<SupervisedProcess, ProcessState> result = new HashMap<>();
        for (ProcessState earlier : files.state().map(SuiteState::processes).orElse(List.of())) {
            for (SupervisedProcess process : processes) {
                boolean same = process.plan().name().equals(earlier.name())
                        && SuiteFiles.fingerprint(process.plan()).equals(earlier.fingerprint());
                if (same && earlier.isAlive()) {
                    result.put(process, earlier);
                }
            }
        }
        return result;
    }

    private Optional<String> takenPort(Set<SupervisedProcess> adopted) {
        for (SupervisedProcess process : processes) {
            for (int port : process.plan().ports()) {
                if (!adopted.contains(process) && !Ports.isFree(port)) {
                    return Optional.of(
                            "Port %d, wanted for %s, is taken by %s. Set %s or CADWRIGHT_PORT_BASE to other ports."
                                    .formatted(
                                            port,
                                            process.plan().name(),
                                            Ports.holder(port).orElse("another program"),
                                            process.plan().portVariable()));
                }
            }
        }
        return Optional.empty();
    }

    private void stop() {
        board.phase(SuiteState.Phase.STOPPING, Optional.empty());
        List<SupervisedProcess> left = new ArrayList<>(processes);
        while (!left.isEmpty()) {
            List<SupervisedProcess> free = left.stream()
                    .filter(process -> left.stream()
                            .noneMatch(other ->
                                    other.plan().after().contains(process.plan().name())))
                    .toList();
            stopAtOnce(free);
            left.removeAll(free);
        }
        Strays.kill(files, Set.of());
        board.phase(SuiteState.Phase.STOPPED, Optional.empty());
    }

    private void stopAtOnce(List<SupervisedProcess> free) {
        Semaphore stopping = new Semaphore(plan.stoppingAtOnce());
        List<Thread> threads = free.stream()
                .map(process -> Thread.ofPlatform().start(() -> {
                    stopping.acquireUninterruptibly();
                    try {
                        process.stop();
                    } finally {
                        stopping.release();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Never returns. */
    private void keepLogsShort() {
        try {
            while (true) {
                Thread.sleep(30_000);
                for (ProcessPlan process : plan.processes()) {
                    LogFile.shorten(process.log());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Logs can no longer be kept short", e);
        }
    }
}
