package dev.cadwright.cad.python;

import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.HeapShare;
import dev.cadwright.cad.python.interpret.Host;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the programs of a file, separated by lines of {@code %%}: each in all shares of this process's heap at the same
 * time, as a service with a small heap may. Prints what became of each.
 */
final class HeapProbe {
    private HeapProbe() {}

    public static void main(String[] file) throws InterruptedException, ExecutionException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ExecutorService threads = Executors.newFixedThreadPool(HeapShare.count())) {
            for (String program : Programs.text(Path.of(file[0])).split("\n%%\n", -1)) {
                List<Future<String>> fates = new ArrayList<>();
                for (int i = 0; i < HeapShare.count(); i++) {
                    fates.add(threads.submit(() -> fate(program)));
                }
                for (Future<String> fate : fates) {
                    out.println(fate.get() + ": " + program.replace("\n", "; "));
                }
            }
        }
    }

    private static String fate(String program) throws InterruptedException {
        try (HeapShare share = HeapShare.take()) {
            return Programs.run(program, Host.NONE, share.limit(Budget.DEFAULT))
                    .getClass()
                    .getSimpleName();
        }
    }
}
