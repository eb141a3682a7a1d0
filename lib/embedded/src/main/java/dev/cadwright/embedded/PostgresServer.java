package dev.cadwright.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL that keeps its data in {@code folder/data} and listens on 127.0.0.1 only.
 *
 * <p>Commits are durable: {@code fsync} and {@code synchronous_commit} stay on. The one user is {@link #USER}, with a
 * random password made when the folder is laid out and readable by its owner alone; the one database is
 * {@link #DATABASE}. Works for root as well, who may not run PostgreSQL directly ({@link Unprivileged}).
 *
 * @param folder data and password; created by {@link #prepare()}
 * @param binaries where the programs of PostgreSQL are unpacked, shared by any number of servers
 * @param port the TCP port
 */
public record PostgresServer(Path folder, Path binaries, int port) implements EmbeddedServer {
    public static final String USER = "cadwright";
    public static final String DATABASE = "cadwright";

    public PostgresServer {
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    /** For example {@code postgresql://127.0.0.1:5432/cadwright}; with {@code jdbc:} before it, a JDBC address. */
    public String url() {
        return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The password of {@link #USER}; only after {@link #prepare()}. */
    public String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new EmbeddedServerException("The database's password cannot be read from " + passwordFile(), e);
        }
    }

    @Override
    public void prepare() {
        PostgresBinaries.unpack(home());
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            layOut(Files.createTempDirectory(folder, "initialising"));
        } catch (IOException e) {
            throw new EmbeddedServerException("The database's folder " + folder + " cannot be laid out", e);
        }
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(program("postgres"), "-D", data().toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            command.addAll(List.of("-c", setting));
        }
        return List.copyOf(command);
    }

    @Override
    public boolean isReady() {
        return PostgresProbe.accepts(port, USER, DATABASE);
    }

    @Override
    public String stopSignal() {
        return "INT";
    }

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=16MB",
            "max_connections=120",
            "max_wal_size=256MB",
            "jit=off",
            "timezone=UTC");

    private void layOut(Path temporary) throws IOException {
        if (!Files.exists(passwordFile())) {
            byte[] secret = new byte[18];
            new SecureRandom().nextBytes(secret);
            Files.deleteIfExists(passwordFile());
            Files.createFile(
                    passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
        }
        Unprivileged.hand(folder);
        run(
                "",
                program("initdb"),
                "-D",
                temporary.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile(),
                "-E",
                "UTF8",
                "--no-locale",
                "--no-instructions");
        run(
                "CREATE DATABASE " + DATABASE + ";\n",
                program("postgres"),
                "--single",
                "-D",
                temporary.toString(),
                "postgres");
        Files.move(temporary, data());
    }

    private static void run(String input, String... command) {
        List<String> full = new ArrayList<>(Unprivileged.prefix());
        full.addAll(List.of(command));
        Commands.run(full, Map.of("LC_ALL", "C"), input);
    }

    private Path home() {
        return binaries.resolve("postgres-" + ServerFiles.postgresVersion());
    }

    private String program(String name) {
        return home().resolve("bin").resolve(name).toString();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }
}
