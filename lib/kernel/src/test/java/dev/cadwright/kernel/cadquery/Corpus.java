package dev.cadwright.kernel.cadquery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Programs with what the reference tool said of them. */
enum Corpus {
    CAD_RECODE("cad-recode", 4, 389, 1554),
    MODEL_OUTPUTS("cad-recode-model-outputs", 4, 221, 800),
    EXAMPLES("cadquery-examples", 1, 17, 17),
    LANGUAGE_MODELS("cadquery-llm", 6, 46, 235);

    /** {@code all} runs every program; otherwise every so manieth, and those that are known to be hard. */
    private static final boolean ALL = "all".equals(System.getProperty("cadwright.agreement"));

    private final String folder;
    private final int every;
    private final int chosen;
    private final int programs;

    /** @param chosen how many of the programs run unless all do */
    Corpus(String folder, int every, int chosen, int programs) {
        this.folder = folder;
        this.every = every;
        this.chosen = chosen;
        this.programs = programs;
    }

    /** How many programs run. */
    int size() {
        return ALL ? programs : chosen;
    }

    String folder() {
        return folder;
    }

    /** Whether every program runs, so that shares of the corpus mean something. */
    static boolean isWhole() {
        return ALL;
    }

    List<Expected> expected() throws IOException {
        Path file = Workers.shared().resolve("data/golden/cadquery/" + folder + ".jsonl");
        ObjectMapper mapper = new ObjectMapper();
        List<Expected> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(new Expected(mapper.readTree(line)));
        }
        return IntStream.range(0, all.size())
                .filter(index -> ALL || index % every == 0 || isHard(all.get(index)))
                .mapToObj(all::get)
                .toList();
    }

    /** Not a valid solid for the reference, or explained where the two kernels differ. */
    private static boolean isHard(Expected expected) {
        return !expected.isOk() || !expected.isValid() || KnownDifferences.name(expected);
    }

    String program(String name) {
        try {
            return Files.readString(
                    Workers.shared().resolve("data").resolve(folder).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the programs, two at a time. */
    List<Deviation> compare(KernelPool pool) throws IOException, InterruptedException, ExecutionException {
        List<Deviation> deviations = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            List<Future<Deviation>> running = new ArrayList<>();
            for (Expected expected : expected()) {
                running.add(executor.submit(() -> new Deviation(expected, Actual.of(program(expected.name()), pool))));
            }
            for (Future<Deviation> each : running) {
                deviations.add(each.get());
            }
        }
        return deviations;
    }
}
