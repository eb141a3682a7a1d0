package dev.cadwright.neural.process;

import dev.cadwright.neural.NeuralException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How child JVMs that load libtorch are started.
 *
 * @param java the {@code java} executable
 * @param heap maximum heap, as {@code -Xmx} takes it; tensors live outside it
 * @param environment added to the parent's
 */
public record ChildOptions(Path java, String classPath, String heap, Map<String, String> environment) {
    private static final String NATIVE_MARK = "pytorch-native";

    public ChildOptions {
        environment = Map.copyOf(environment);
    }

    /**
     * This JVM's executable, and the jars beside the library's own jar (as in a packaged service) or else this JVM's
     * class path (as in tests and on the command line).
     */
    public static ChildOptions defaults() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ChildOptions(java, discoverClassPath(), "1g", Map.of());
    }

    public ChildOptions with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new ChildOptions(java, classPath, heap, changed);
    }

    public ChildOptions withEnvironment(Map<String, String> added) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(added);
        return new ChildOptions(java, classPath, heap, changed);
    }

    public ChildOptions withHeap(String changed) {
        return new ChildOptions(java, classPath, changed, environment);
    }

    private static String discoverClassPath() {
        String own = System.getProperty("java.class.path", "");
        if (own.contains(NATIVE_MARK)) {
            return own;
        }
        Path location = location();
        if (Files.isRegularFile(location)) {
            try (Stream<Path> beside = Files.list(location.getParent())) {
                List<Path> jars = beside.filter(p -> p.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
                if (jars.stream().anyMatch(p -> p.toString().contains(NATIVE_MARK))) {
                    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new NeuralException(
                "no_native_library", "neither the class path nor the jars beside " + location + " hold libtorch");
    }

    private static Path location() {
        try {
            return Path.of(ChildOptions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
