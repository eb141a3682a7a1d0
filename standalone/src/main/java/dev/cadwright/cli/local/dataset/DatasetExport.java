package dev.cadwright.cli.local.dataset;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.export.Conversed;
import dev.cadwright.dataset.export.ExportFolder;
import dev.cadwright.dataset.export.TinyLlavaExport;
import dev.cadwright.dataset.folder.DatasetFolder;
import dev.cadwright.dataset.folder.FolderContents;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a dataset as the folder that TinyLLaVA fine-tuning reads. It appears whole or not at all. */
final class DatasetExport {
    private static final String MARK = "tinyllava_metadata.json";

    /** The one line. */
    record ExportedRecord(String path, int files, int conversations) {}

    private final Terminal terminal;
    private final boolean json;

    DatasetExport(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(DatasetFolder folder, Path out, boolean overwrite) throws IOException {
        requireFree(out, overwrite);
        Path target = out.toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        Path temporary = Files.createDirectory(target.resolveSibling(".export-" + UUID.randomUUID()));
        try {
            ExportedRecord written = write(folder, target, temporary);
            replace(temporary, target);
            print(written);
        } finally {
            delete(temporary);
        }
        return ExitCode.SUCCESS;
    }

    private ExportedRecord write(DatasetFolder folder, Path target, Path temporary) throws IOException {
        FolderContents contents = folder.contents();
        Optional<ViewsManifest> views = contents.views().map(sha -> ViewsManifest.open(sha, folder.store()));
        Conversed train = conversed(folder, contents.conversations().map(FolderContents.Conversations::train));
        Conversed validation =
                conversed(folder, contents.conversations().map(FolderContents.Conversations::validation));
        String name = String.valueOf(target.getFileName());
        int[] files = {0};
        try (ProgressBar bar = new ProgressBar(terminal, "export")) {
            ExportFolder plain = ExportFolder.at(temporary);
            ExportFolder counted = (path, content) -> {
                plain.add(path, content);
                bar.update(++files[0], 0, files[0] + " files");
            };
            new TinyLlavaExport(folder.dataset(), folder.store(), name, views).write(counted, train, validation);
        }
        return new ExportedRecord(target.toString(), files[0], train.count() + validation.count());
    }

    private static Conversed conversed(DatasetFolder folder, Optional<String> sha256) throws IOException {
        return sha256.isPresent() ? Conversed.stored(sha256.get(), folder.store()) : Conversed.NONE;
    }

    private static void requireFree(Path out, boolean overwrite) {
        if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!overwrite) {
            throw CommandFailure.usage(out + " exists already; --overwrite replaces it.");
        }
        if (!Files.isRegularFile(out.resolve(MARK))) {
            throw CommandFailure.usage(out + " is not an exported dataset, and is not replaced by one.");
        }
    }

    private static void replace(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) {
            delete(target);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void print(ExportedRecord written) {
        if (json) {
            terminal.json(written);
        } else {
            terminal.out().printf("%s%n", written.path());
        }
    }
}
