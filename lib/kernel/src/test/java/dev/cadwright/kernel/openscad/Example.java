package dev.cadwright.kernel.openscad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of OpenSCAD's own examples, with what the reference tools made of it. */
record Example(String name, Path path, JsonNode wasm, JsonNode nativeBuild) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All examples of the sample data. */
    static List<Example> all(Path shared) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(shared.resolve("data/golden/openscad/examples.jsonl"))) {
            JsonNode golden = MAPPER.readTree(line);
            String name = golden.path("name").asText();
            Path path = shared.resolve("data/openscad-examples").resolve(name);
            examples.add(new Example(name, path, golden.path("wasm"), golden.path("native")));
        }
        return examples;
    }

    /** With the data files that ship with the tests, and the libraries that this machine has. */
    ScadSource source() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(Scad.resources().resolve("files")));
        folders.addAll(ScadFiles.systemLibraries());
        return new ScadFiles(path.getParent(), folders).read(path);
    }

    /** Needs a library that this machine lacks. */
    boolean lacksLibrary() throws IOException {
        return Files.readString(path).contains("<MCAD/")
                && source().files().keySet().stream().noneMatch(file -> file.startsWith("MCAD/"));
    }

    /** The reference's result that has no error line; empty where it has none. */
    Optional<JsonNode> expected() {
        if (sound(wasm)) {
            return Optional.of(wasm);
        }
        return sound(nativeBuild) ? Optional.of(nativeBuild) : Optional.empty();
    }

    /** Whether only the older native build has a result without an error. */
    boolean needsNative() {
        return !sound(wasm);
    }

    private static boolean sound(JsonNode result) {
        return result.path("category").asText().equals("ok")
                && result.path("errors").isEmpty();
    }
}
