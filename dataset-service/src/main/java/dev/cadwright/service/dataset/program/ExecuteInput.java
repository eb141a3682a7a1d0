package dev.cadwright.service.dataset.program;

import dev.cadwright.artifacts.Sha256;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import java.util.List;
import java.util.Optional;

/** The input of {@code programs.execute}, see {@code docs/jobs-kinds.md}. */
record ExecuteInput(
        Optional<String> folder,
        Optional<String> dataset,
        Optional<String> language,
        List<ExportFormat> export,
        TimeAmount timeout,
        SizeAmount memory,
        Optional<Integer> unitSize) {
    private static final int UNIT_SIZE = 50;
    private static final int LARGEST_UNIT = 10_000;

    ExecuteInput {
        folder = folder == null ? Optional.empty() : folder;
        dataset = dataset == null ? Optional.empty() : dataset;
        language = language == null ? Optional.empty() : language;
        export = export == null ? List.of() : List.copyOf(export);
        unitSize = unitSize == null ? Optional.empty() : unitSize;
        if (folder.isPresent() == dataset.isPresent()) {
            throw new IllegalArgumentException("either a folder or a dataset is executed");
        }
        if (dataset.isPresent() && language.isPresent()) {
            throw new IllegalArgumentException(
                    "language is for a folder: a dataset knows the language of each program");
        }
        folder.ifPresent(Sha256::requireValid);
        dataset.ifPresent(Sha256::requireValid);
        language.ifPresent(ExecuteInput::requireLanguage);
        if (unitSize.isPresent() && (unitSize.get() < 1 || unitSize.get() > LARGEST_UNIT)) {
            throw new IllegalArgumentException("unitSize is between 1 and " + LARGEST_UNIT + ", not " + unitSize.get());
        }
    }

    int programsPerUnit() {
        return unitSize.orElse(UNIT_SIZE);
    }

    ExecutionOptions options(ProgramSettings settings) {
        return ExecutionOptions.of(export, timeout, memory, settings);
    }

    private static void requireLanguage(String label) {
        if (!label.equals(ProgramNames.STEP) && Language.named(label).isEmpty()) {
            throw new IllegalArgumentException("there is no language " + label);
        }
    }
}
