package dev.cadwright.cli.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cadwright.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an earlier run of the demonstration has started: ids by the names of the steps, in a file. */
final class DemoState {
    private final Path file;
    private final Map<String, String> ids;

    private DemoState(Path file, Map<String, String> ids) {
        this.file = file;
        this.ids = new TreeMap<>(ids);
    }

    /** A file that is missing or damaged means that nothing was started. */
    static DemoState open(Path file) {
        try {
            return new DemoState(
                    file, ContractJson.mapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            return new DemoState(file, Map.of());
        }
    }

    Optional<String> find(String step) {
        return Optional.ofNullable(ids.get(step));
    }

    void put(String step, String id) throws IOException {
        ids.put(step, id);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(
                temporary,
                ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(ids));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
