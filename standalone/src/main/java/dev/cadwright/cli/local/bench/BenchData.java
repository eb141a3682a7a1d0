package dev.cadwright.cli.local.bench;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of programs to measure: somebody's, or for as long as this is open the project's samples as programs. */
final class BenchData implements AutoCloseable {
    private static final List<Language> LANGUAGES = List.of(Language.CADQUERY, Language.OPENSCAD);

    private final Path folder;
    private final boolean samples;

    private BenchData(Path folder, boolean samples) {
        this.folder = folder;
        this.samples = samples;
    }

    /** @param samples of DeepCAD JSON, printed as CadQuery and as OpenSCAD programs where no folder is given */
    static BenchData open(Optional<Path> folder, Path samples) throws IOException {
        if (folder.isPresent()) {
            return new BenchData(folder.get(), false);
        }
        BenchData made = new BenchData(Files.createTempDirectory("bench"), true);
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                made.print(file);
            }
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
        return made;
    }

    Path folder() {
        return folder;
    }

    /** Whether these are the samples, whose figures in other tools are recorded. */
    boolean isSamples() {
        return samples;
    }

    private void print(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        for (Language language : LANGUAGES) {
            String text = Programs.convert(Language.DEEPCAD, Files.readAllBytes(file), language)
                    .orElseThrow();
            Files.writeString(folder.resolve(name.substring(0, name.lastIndexOf('.')) + language.extension()), text);
        }
    }

    @Override
    public void close() throws IOException {
        if (samples) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
