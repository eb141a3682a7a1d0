package dev.cadwright.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the start caches that are missing: runs the suite once, on an empty home folder and ports of its own, and
 * stops it. Argument: the root of the project. Prints nothing when there is nothing to do.
 */
public final class StartCacheMaker {
    private static final int FIRST_PORT = 17_400;
    private static final int LAST_PORT = 17_900;
    private static final int PORTS = 20;

    private StartCacheMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        SuiteSettings real = SuiteSettings.of(System.getenv(), root);
        if (StartCaches.of(real, true).missing().isEmpty()) {
            return;
        }
        Path home = Files.createTempDirectory("cadwright-start");
        try {
            make(real, home);
        } finally {
            delete(home);
        }
        List<String> missing = StartCaches.of(real, true).missing();
        if (!missing.isEmpty()) {
            throw new SuiteException("No start cache was made for " + String.join(", ", missing));
        }
    }

    private static void make(SuiteSettings real, Path home) throws IOException {
        Map<String, String> environment = new HashMap<>(real.environment());
        environment.keySet().removeIf(name -> name.startsWith("CADWRIGHT_") && name.endsWith("_PORT"));
        environment.put("CADWRIGHT_HOME", home.toString());
        environment.put("CADWRIGHT_PORT_BASE", Integer.toString(freePorts()));
        SuiteSettings settings = SuiteSettings.of(environment, real.root());
        StartCaches caches = StartCaches.of(settings, true);
        caches.discard();
        Suite suite = new Suite(settings.files());
        try {
            suite.up(new SuitePlan(settings, caches).prepare(), state -> {});
        } catch (SuiteException e) {
            settings.files()
                    .state()
                    .map(SuiteState::supervisor)
                    .flatMap(ProcessIdentity::handle)
                    .ifPresent(Signals::kill);
            Strays.kill(settings.files(), Set.of()); // in order, each would first write a cache of its failure
            caches.discard();
            throw e;
        }
        suite.down(state -> {});
        caches.publish();
    }

    private static int freePorts() {
        for (int base = FIRST_PORT; base < LAST_PORT; base += PORTS) {
            boolean free = true;
            for (int port = base; port < base + PORTS; port++) {
                free &= Ports.isFree(port);
            }
            if (free) {
                return base;
            }
        }
        throw new SuiteException("No free ports between " + FIRST_PORT + " and " + LAST_PORT);
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : new ArrayList<>(walk.toList()).reversed()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
