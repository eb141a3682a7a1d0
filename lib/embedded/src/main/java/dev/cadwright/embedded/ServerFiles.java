package dev.cadwright.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the servers' own jars lie, and the Java that runs them. */
final class ServerFiles {
    private ServerFiles() {}

    /**
     * The class path of the child JVMs. The folder of jars is named by the property {@code cadwright.servers}, or lies
     * beside this library's classes or jar ({@code servers/}), or in its build folder below {@code cadwright.root}.
     */
    static String classPath() {
        Path own = ownLocation();
        Path jars = Stream.of(
                        System.getProperty("cadwright.servers"),
                        own.resolveSibling("servers").toString(),
                        own.resolve("../../../servers").normalize().toString(),
                        System.getProperty("cadwright.root", ".") + "/lib/embedded/target/servers")
                .filter(folder -> folder != null && Files.isDirectory(Path.of(folder)))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new EmbeddedServerException(
                        "The jars of the embedded servers are missing; build lib/embedded first (looked beside " + own
                                + ")"));
        return Stream.concat(Stream.of(own), jars(jars.toAbsolutePath()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Sorted: a start cache of the Java machine holds for one order of the class path only. */
    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static String postgresVersion() {
        Properties properties = new Properties();
        try (InputStream stream = ServerFiles.class.getResourceAsStream("/embedded.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("postgres.version");
    }

    private static Path ownLocation() {
        try {
            return Path.of(ServerFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new EmbeddedServerException("The location of the embedded servers cannot be read", e);
        }
    }
}
