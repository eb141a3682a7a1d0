package dev.cadwright.service.dataset.program;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.access.SplitRange;
import dev.cadwright.dataset.source.ProgramFolder;
import dev.cadwright.kernel.openscad.ScadFiles;
import dev.cadwright.kernel.program.ProgramInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs in an order that never changes: of a folder by their paths, of a dataset as its manifest has them. */
final class ProgramSet {
    /** Some of the programs: {@code from} inclusive to {@code to} exclusive; of a split where it is a dataset. */
    record Part(Optional<Split> split, int from, int to) {
        Part {
            split = split == null ? Optional.empty() : split;
        }

        int size() {
            return to - from;
        }
    }

    /** Takes programs one by one. */
    interface Visitor {
        void visit(String name, ProgramInput input) throws IOException;
    }

    private final ExecuteInput input;
    private final ArtifactStore store;

    ProgramSet(ExecuteInput input, ArtifactStore store) {
        this.input = input;
        this.store = store;
    }

    /** All programs, cut into parts. */
    List<Part> parts() throws IOException {
        int size = input.programsPerUnit();
        List<Part> parts = new ArrayList<>();
        if (input.dataset().isPresent()) {
            Dataset dataset = Dataset.open(input.dataset().get(), store);
            for (Split split : Split.values()) {
                dataset.ranges(split, Integer.MAX_VALUE, size)
                        .forEach(range -> parts.add(new Part(Optional.of(split), range.from(), range.to())));
            }
            return parts;
        }
        try (ProgramFolder folder = folder()) {
            int files = folder.names().size();
            for (int from = 0; from < files; from += size) {
                parts.add(new Part(Optional.empty(), from, Math.min(files, from + size)));
            }
        }
        return parts;
    }

    /** Visits the programs of a part, in order. */
    void each(Part part, Visitor visitor) throws IOException {
        if (part.split().isPresent()) {
            Dataset dataset = Dataset.open(input.dataset().orElseThrow(), store);
            for (Sample sample : dataset.samples(part.split().get(), new SplitRange(part.from(), part.to()))) {
                visitor.visit(sample.id(), read(sample));
            }
            return;
        }
        try (ProgramFolder folder = folder()) {
            for (String name : folder.names().subList(part.from(), part.to())) {
                visitor.visit(name, read(name, folder));
            }
        }
    }

    private ProgramFolder folder() {
        return ProgramFolder.open(
                input.folder().orElseThrow(),
                name -> input.language().isPresent() || ProgramNames.isKnown(name),
                store);
    }

    private ProgramInput read(String name, ProgramFolder folder) throws IOException {
        byte[] content = folder.read(name);
        Optional<Language> language = input.language().flatMap(Language::named);
        if (language.isPresent()) {
            return ProgramInput.of(language.get(), name, content, folder.files());
        }
        return input.language().isPresent()
                ? ProgramInput.step(content)
                : ProgramInput.named(name, content, folder.files()).orElseThrow();
    }

    /** The program as it came, else the one that was written of it, else the solid. */
    private static ProgramInput read(Sample sample) throws IOException {
        Optional<Language> language = Language.named(sample.description().language());
        if (language.isPresent()) {
            Optional<byte[]> original = sample.file(SampleFile.original(language.get()));
            Optional<byte[]> included = sample.file(SampleFile.INCLUDED);
            if (original.isPresent() && included.isPresent()) {
                IncludedFiles files = IncludedFiles.of(included.get());
                return ProgramInput.of(language.get(), files.program(), original.get(), files);
            }
            if (original.isPresent()) {
                return ProgramInput.of(language.get(), sample.id(), original.get(), ScadFiles.Folder.EMPTY);
            }
        }
        Optional<byte[]> program = sample.file(SampleFile.PROGRAM);
        return program.isPresent()
                ? ProgramInput.of(Language.SKETCH, sample.id(), program.get(), ScadFiles.Folder.EMPTY)
                : ProgramInput.step(sample.file(SampleFile.SOLID).orElse(new byte[0]));
    }
}
