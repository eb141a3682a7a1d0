package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.completion.CompletionMessages.Answer;
import dev.cadwright.neural.completion.CompletionMessages.Ask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Answers what a process is asked: prompts in order, a batch at a time. */
final class CompletionWork {
    private final LoadedModel loaded;
    private final PromptReader reader;
    private final Consumer<Answer> answers;
    private final BooleanSupplier cancelled;

    CompletionWork(LoadedModel loaded, Consumer<Answer> answers, BooleanSupplier cancelled) {
        this.loaded = loaded;
        this.reader = new PromptReader(loaded.model(), loaded.tokenizer());
        this.answers = answers;
        this.cancelled = cancelled;
    }

    void answer(Ask ask) {
        switch (ask) {
            case CompletionMessages.Write(var said, var settings, boolean pieces) ->
                write(said, writer(settings, pieces));
            case CompletionMessages.WriteTensors(String file, var settings, boolean pieces) ->
                writeRows(TensorRows.read(loaded.model(), Path.of(file)), writer(settings, pieces));
            case CompletionMessages.Cancel _ -> {}
        }
    }

    private Writer writer(CompletionSettings settings, boolean pieces) {
        if (loaded.tokenizer().isEmpty() && !settings.stops().isEmpty()) {
            throw new NeuralException(
                    "no_tokenizer", "without a tokenizer there is no text in which a string could stop");
        }
        return new Writer(loaded, settings, listener(), pieces, cancelled);
    }

    private void writeRows(List<PromptRow> rows, Writer writer) {
        Group group = new Group(writer);
        for (int i = 0; i < rows.size(); i++) {
            group.add(new Writer.Numbered(i, rows.get(i)));
        }
        group.finish();
    }

    private void write(List<CompletionMessages.Said> prompts, Writer writer) {
        Group group = new Group(writer);
        for (int i = 0; i < prompts.size() && !cancelled.getAsBoolean(); i++) {
            try {
                PromptRow row = reader.read(prompts.get(i).prompt());
                loaded.most(1, row.length());
                group.add(new Writer.Numbered(i, row));
            } catch (NeuralException e) {
                group.finish();
                answers.accept(new CompletionMessages.Unusable(i, e.code(), e.getMessage()));
            }
        }
        group.finish();
    }

    /** Rows until there are enough for a batch. */
    private final class Group {
        private final Writer writer;
        private final List<Writer.Numbered> rows = new ArrayList<>();

        private Group(Writer writer) {
            this.writer = writer;
        }

        private void add(Writer.Numbered numbered) {
            if (!rows.isEmpty()
                    && rows.getFirst().row().points() != numbered.row().points()) {
                finish();
            }
            rows.add(numbered);
            if (rows.size() >= writer.together()) {
                finish();
            }
        }

        private void finish() {
            if (!rows.isEmpty() && !cancelled.getAsBoolean()) {
                writer.write(List.copyOf(rows));
            }
            rows.clear();
        }
    }

    private CompletionListener listener() {
        return new CompletionListener() {
            @Override
            public void written(Completion completion) {
                answers.accept(new CompletionMessages.Written(completion));
            }

            @Override
            public void refused(int prompt, String code, String message) {
                answers.accept(new CompletionMessages.Unusable(prompt, code, message));
            }

            @Override
            public void piece(int prompt, int sample, String text) {
                answers.accept(new CompletionMessages.Piece(prompt, sample, text));
            }

            @Override
            public void progress(long tokens, int prompts) {
                answers.accept(new CompletionMessages.Progress(tokens, prompts));
            }
        };
    }
}
