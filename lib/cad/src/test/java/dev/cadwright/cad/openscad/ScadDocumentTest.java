package dev.cadwright.cad.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScadDocumentTest {
    @Test
    void theDocumentListsTheNamesThatTheCheckKnows() throws IOException {
        // Given
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        // When
        String document = Files.readString(root.resolve("docs/languages/openscad.md"));
        // Then
        assertThat(document)
                .contains(modules())
                .contains(names("Functions", Builtins.FUNCTIONS))
                .contains(names("Variables", Builtins.VARIABLES));
    }

    private static String modules() {
        return new TreeMap<>(Builtins.MODULES)
                .entrySet().stream()
                        .map(module -> "| `" + module.getKey() + "` | " + arguments(module.getKey()) + " |")
                        .collect(Collectors.joining("\n", "| module | arguments |\n|---|---|\n", "\n"));
    }

    private static String arguments(String module) {
        return Builtins.takesAnyName(module)
                ? "any name"
                : new TreeSet<>(Builtins.MODULES.get(module))
                        .stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String names(String heading, Iterable<String> names) {
        TreeSet<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        return heading + ": " + sorted.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + ".\n";
    }
}
