package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one process at a time train in a run's folder: two attempts would overwrite each other's checkpoints. The system
 * frees the lock of a process that dies, however it dies.
 */
final class RunLock implements AutoCloseable {
    private static final String NAME = "run.lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws NeuralException {@code run_in_use} if another process, or this one, trains there */
    static RunLock take(Path run) {
        try {
            Files.createDirectories(run);
            FileChannel channel =
                    FileChannel.open(run.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new NeuralException("run_in_use", "another process trains in " + run);
            }
            return new RunLock(channel);
        } catch (IOException e) {
            throw new NeuralException("run_not_writable", "cannot write in " + run, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new NeuralException("run_not_writable", "cannot release the run's lock", e);
        }
    }
}
