package dev.cadwright.neural.parallel;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How the processes of a ring find their neighbours: each listens on a Unix socket of its rank in a folder that only
 * their user may enter, and calls its successor's.
 */
final class Rendezvous {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Rendezvous() {}

    record Neighbours(SocketChannel next, SocketChannel previous) {}

    static Neighbours meet(Member member) {
        Path own = socket(member, member.rank());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(own));
            server.configureBlocking(false);
            SocketChannel next = call(socket(member, (member.rank() + 1) % member.size()), deadline);
            SocketChannel previous = server.accept();
            while (previous == null) {
                pause(deadline, own);
                previous = server.accept();
            }
            Files.delete(own);
            return new Neighbours(next, previous);
        } catch (IOException e) {
            throw new NeuralException("peer_lost", "the processes cannot meet in " + member.folder() + ": " + e, e);
        }
    }

    private static SocketChannel call(Path socket, long deadline) throws IOException {
        while (true) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return channel;
            } catch (IOException notYet) {
                // The neighbour does not listen yet: its JVM is still starting.
                channel.close();
                pause(deadline, socket);
            }
        }
    }

    private static void pause(long deadline, Path waitingAt) throws IOException {
        if (System.nanoTime() > deadline) {
            throw new IOException(
                    "nobody came to " + waitingAt.getFileName() + " within " + PATIENCE.toSeconds() + " s");
        }
        if (Thread.interrupted()) {
            throw new IOException("interrupted");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static Path socket(Member member, int rank) {
        return member.folder().resolve("rank-" + rank);
    }
}
