package dev.cadwright.service.dataset.program;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import dev.cadwright.kernel.program.ProgramInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway asks for: one program, by its text or the artifact that holds it.
 *
 * @param language a label, or {@code step}; absent: as the name says
 * @param files what the program may include, by path
 */
record ExecuteRequest(
        Optional<String> language,
        String name,
        Optional<String> text,
        Optional<String> artifact,
        Map<String, String> files,
        List<ExportFormat> export,
        TimeAmount timeout,
        SizeAmount memory) {
    ExecuteRequest {
        language = language == null ? Optional.empty() : language;
        text = text == null ? Optional.empty() : text;
        artifact = artifact == null ? Optional.empty() : artifact;
        files = files == null ? Map.of() : Map.copyOf(files);
        if (name == null || text.isPresent() == artifact.isPresent()) {
            throw new IllegalArgumentException("a program has a name, and either a text or an artifact");
        }
    }

    /**
     * @param most bytes that the program may have
     * @throws IllegalArgumentException if nothing says which language it is
     */
    ProgramInput input(ArtifactStore store, int most) throws IOException {
        byte[] content = text.map(program -> program.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> store.read(artifact.orElseThrow(), most));
        if (language.isEmpty()) {
            return ProgramInput.named(name, content, this::file)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the name " + name + " does not say which language this is; give the language"));
        }
        String label = language.get();
        if (label.equals(ProgramNames.STEP)) {
            return ProgramInput.step(content);
        }
        Language known =
                Language.named(label).orElseThrow(() -> new IllegalArgumentException("there is no language " + label));
        return ProgramInput.of(known, name, content, this::file);
    }

    private Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(content -> content.getBytes(StandardCharsets.UTF_8));
    }
}
