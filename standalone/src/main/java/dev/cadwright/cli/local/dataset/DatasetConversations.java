package dev.cadwright.cli.local.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.conversation.ConversationSet;
import dev.cadwright.dataset.folder.DatasetFolder;
import dev.cadwright.dataset.folder.FolderContents;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the conversations of a dataset. */
final class DatasetConversations {
    /** The one line. */
    record WrittenRecord(
            String train,
            String validation,
            int count,
            @JsonProperty("train_count") int trainCount,
            @JsonProperty("validation_count") int validationCount) {}

    private record Written(String sha256, int count) {}

    private final Terminal terminal;
    private final boolean json;

    DatasetConversations(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(DatasetFolder folder, long seed) throws IOException {
        FolderContents contents = folder.contents();
        Dataset dataset = folder.dataset();
        ConversationSet conversations = new ConversationSet(
                dataset, contents.views().map(views -> ViewsManifest.open(views, folder.store())), seed);
        int total = dataset.manifest().count(Split.TRAIN) + dataset.manifest().count(Split.VALIDATION);
        Written train;
        Written validation;
        try (ProgressBar bar = new ProgressBar(terminal, "converse")) {
            int[] done = {0};
            Runnable step = () -> bar.update(++done[0], total, "");
            train = write(folder, conversations, Split.TRAIN, step);
            validation = write(folder, conversations, Split.VALIDATION, step);
        }
        folder.save(contents.with(new FolderContents.Conversations(train.sha256(), validation.sha256())));
        print(train, validation);
        return ExitCode.SUCCESS;
    }

    private static Written write(DatasetFolder folder, ConversationSet conversations, Split split, Runnable step)
            throws IOException {
        Path file = Files.createTempFile("conversations", ".json");
        try {
            int count = conversations.write(split, Files.newOutputStream(file), step);
            return new Written(folder.store().put(file, "application/json").sha256(), count);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void print(Written train, Written validation) {
        if (json) {
            terminal.json(new WrittenRecord(
                    train.sha256(),
                    validation.sha256(),
                    train.count() + validation.count(),
                    train.count(),
                    validation.count()));
        } else {
            terminal.out().printf("train       %d conversations%n", train.count());
            terminal.out().printf("validation  %d conversations%n", validation.count());
        }
    }
}
