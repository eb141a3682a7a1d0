package dev.cadwright.cli.local.generate;

import dev.cadwright.cad.Language;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.generate.Candidate;
import dev.cadwright.neural.generate.ShapeGeneration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints programs, and writes them to files where that is asked for. */
final class ProgramPrinter {
    private final Terminal terminal;
    private final boolean json;
    private final Optional<OutputFolder> folder;
    private final boolean answersOnly;

    /** @param answersOnly whether of several candidates only the chosen one is a result */
    ProgramPrinter(Terminal terminal, boolean json, Optional<OutputFolder> folder, boolean answersOnly) {
        this.terminal = terminal;
        this.json = json;
        this.folder = folder;
        this.answersOnly = answersOnly;
    }

    /** @param index of the candidate, or -1 for the only one */
    static String fileName(Input input, int index) {
        return input.stem() + (index < 0 ? "" : "-" + index) + Language.SKETCH.extension();
    }

    /** @return whether there is a program that describes a solid */
    boolean print(Input input, ShapeGeneration shape) {
        List<GenerationRecord> records = new ArrayList<>();
        if (answersOnly) {
            records.add(record(input, shape.chosen(), shape.answer(), shape.seconds(), fileName(input, -1)));
        } else {
            for (int i = 0; i < shape.candidates().size(); i++) {
                records.add(record(input, i, shape.candidates().get(i), shape.seconds(), fileName(input, i)));
            }
        }
        records.forEach(this::print);
        return records.stream().anyMatch(GenerationRecord::succeeded);
    }

    void print(CloudReader.Outcome.Failed failed) {
        print(GenerationRecord.failed(failed));
    }

    private GenerationRecord record(Input input, int index, Candidate candidate, double seconds, String file) {
        GenerationRecord record = GenerationRecord.of(input.name(), index, candidate, seconds, null);
        if (folder.isEmpty() || !candidate.usable()) {
            return record;
        }
        try {
            String path = folder.get()
                    .write(file, record.text().getBytes(StandardCharsets.UTF_8))
                    .toString();
            return GenerationRecord.of(input.name(), index, candidate, seconds, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(GenerationRecord record) {
        if (json) {
            terminal.json(record);
        } else if (!record.succeeded()) {
            terminal.err()
                    .printf(
                            "%s: %s [%s]%n",
                            record.name(),
                            record.error().message(),
                            record.error().code());
        } else {
            terminal.out().print(record.path() == null ? record.text() : record.path() + System.lineSeparator());
        }
    }
}
