package dev.cadwright.standalone;

import dev.cadwright.embedded.KafkaServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Ahead-of-time caches of the processes' classes (JEP 483, 514, 515), which cut a start to a third.
 *
 * <p>A cache is made by the Java machine as it ends a run that was started for that, and is named for all that it
 * depends on: it can be missing, never wrong. The Java machine itself does not notice that a jar was replaced: it would
 * run the classes of the cache.
 *
 * @param folder holds the caches
 * @param root of the project
 * @param make whether processes without a cache make one as they stop
 */
public record StartCaches(Path folder, Path root, boolean make) {

    /** Those that the suite of these settings uses. */
    public static StartCaches of(SuiteSettings settings) {
        return of(settings, false);
    }

    static StartCaches of(SuiteSettings settings, boolean make) {
        return new StartCaches(settings.root().resolve(".cadwright/start"), settings.root(), make);
    }

    /** The command with the option that uses, or makes, the cache of the named process. */
    List<String> apply(String name, List<String> command) {
        Path cache = cache(name);
        List<String> result = new ArrayList<>(command);
        if (Files.exists(cache)) {
            result.add(1, "-XX:AOTCache=" + cache);
        } else if (make) {
            result.add(1, "-XX:AOTCacheOutput=" + made().resolve(cache.getFileName()));
        } else {
            return command;
        }
        // Of a cache that does not fit there would be a warning at each start; it is only slower.
        result.addAll(2, List.of("-Xlog:disable", "-Xlog:all=error:stdout"));
        return List.copyOf(result);
    }

    /** Names of the processes whose cache is missing. */
    public List<String> missing() {
        return names().filter(name -> !Files.exists(cache(name))).toList();
    }

    /** Where new caches are made: they count once {@link #publish()} has moved them. */
    Path made() {
        return folder.resolve("made");
    }

    /** Puts the caches made in place of all others. To be called only when every process had become ready. */
    void publish() throws IOException {
        List<Path> current = names().map(this::cache).toList();
        for (Path file : list(made())) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path file : list(folder)) {
            if (Files.isRegularFile(file) && !current.contains(file)) {
                Files.delete(file);
            }
        }
    }

    /** Deletes what an earlier attempt has left. */
    void discard() throws IOException {
        Files.createDirectories(made());
        for (Path file : list(made())) {
            Files.delete(file);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Stream<String> names() {
        return Stream.concat(Stream.of("kafka"), Stream.of(Service.values()).map(Service::word));
    }

    private Path cache(String name) {
        List<Path> jars = name.equals("kafka")
                ? List.of(launcherOfKafka(), root.resolve("lib/embedded/target/servers"))
                : List.of(Service.valueOf(name.toUpperCase(Locale.ROOT)).application(root));
        return folder.resolve(name + "-" + fingerprint(jars) + ".aot");
    }

    /** The jar of the class that starts Kafka's own, first on its class path. */
    private static Path launcherOfKafka() {
        try {
            return Path.of(KafkaServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the Java version, and of the name, size and time of every jar at or below the paths. */
    private static String fingerprint(List<Path> paths) {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version")).append(paths);
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .forEach(file -> text.append(stamp(file)));
            } catch (IOException e) {
                return "none";
            }
        }
        return Integer.toHexString(text.toString().hashCode());
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + ":" + attributes.size() + ":" + attributes.lastModifiedTime();
        } catch (IOException e) {
            return file + ":unreadable";
        }
    }
}
