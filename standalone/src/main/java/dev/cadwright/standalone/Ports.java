package dev.cadwright.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Which TCP ports of 127.0.0.1 are free, and who has the others. */
final class Ports {
    private static final String LISTENING = "0A";

    private Ports() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** For example {@code java (process 4711)}; empty when the system does not tell. */
    static Optional<String> holder(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> inodes(Path.of("/proc/net", table), port))
                .flatMap(inode -> ProcessHandle.allProcesses().filter(process -> holds(process.pid(), inode)))
                .findFirst()
                .map(process -> name(process) + " (process " + process.pid() + ")");
    }

    private static Stream<String> inodes(Path table, int port) {
        String suffix = ":%04X".formatted(port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(field -> field[1].endsWith(suffix) && field[3].equals(LISTENING))
                    .map(field -> field[9])
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holds(long pid, String inode) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> target(descriptor).equals("socket:[" + inode + "]"));
        } catch (IOException e) {
            return false; // somebody else's process
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a process");
    }
}
