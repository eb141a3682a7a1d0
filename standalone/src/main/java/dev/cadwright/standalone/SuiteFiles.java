package dev.cadwright.standalone;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The files by which commands and the supervisor know of each other, and where everything else lies.
 *
 * @param home the folder that holds all data of the suite
 */
public record SuiteFiles(Path home) {
    /** In the environment of every process of a suite, with its home: finds what outlived its supervisor. */
    static final String MARKER = "CADWRIGHT_SUITE";

    private static final System.Logger LOG = System.getLogger(SuiteFiles.class.getName());
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            // Records are written by their components alone: questions such as isAlive() are no part of them.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public SuiteFiles {
        home = home.toAbsolutePath().normalize();
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path lock() {
        return run().resolve("supervisor.lock");
    }

    /** What the supervisor last noted; empty when no suite has run here. */
    public Optional<SuiteState> state() {
        return read(run().resolve("state.json"), SuiteState.class);
    }

    void write(SuiteState state) {
        write(run().resolve("state.json"), state);
    }

    Optional<Plan> plan() {
        return read(run().resolve("plan.json"), Plan.class);
    }

    void write(Plan plan) {
        write(run().resolve("plan.json"), plan);
    }

    /** Equal for two plans exactly when the processes are run the same way. */
    static String fingerprint(ProcessPlan plan) {
        try {
            return Integer.toHexString(JSON.valueToTree(plan).hashCode());
        } catch (IllegalArgumentException e) {
            throw new SuiteException("The plan of " + plan.name() + " cannot be written", e);
        }
    }

    private Path run() {
        return home.resolve("run");
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (IOException e) {
            // Of another version: what still runs is found by its marker.
            LOG.log(System.Logger.Level.WARNING, "{0} is ignored: {1}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Readable for the owner alone: the plan holds the database's password. */
    private static void write(Path file, Object value) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(temporary, JSON.writeValueAsBytes(value));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
