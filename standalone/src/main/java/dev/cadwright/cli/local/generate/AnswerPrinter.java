package dev.cadwright.cli.local.generate;

import dev.cadwright.cad.Language;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.inference.AnswerExecutor;
import dev.cadwright.inference.ProgramAnswer;
import dev.cadwright.neural.completion.Completion;
import dev.cadwright.neural.completion.CompletionListener;
import dev.cadwright.neural.completion.CompletionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** Prints answers in the order of their questions, as they come, and writes them to files where that is asked for. */
final class AnswerPrinter implements CompletionListener {
    private final Terminal terminal;
    private final boolean json;
    private final Optional<OutputFolder> folder;
    private final Optional<Language> usual;
    private final Optional<AnswerExecutor> executor;
    private final CompletionSettings settings;

    private final List<Completion> tries = new ArrayList<>();
    private IntFunction<Question> questions = _ -> null;
    private Optional<List<Integer>> places = Optional.empty();
    private Optional<ProgressBar> bar = Optional.empty();
    private int count;
    private int total;
    private int next;
    private int done;
    private boolean streamed;
    private boolean failures;

    /** @param executor executes the tries, to choose one; without it, each is a result */
    AnswerPrinter(
            Terminal terminal,
            boolean json,
            Optional<OutputFolder> folder,
            Optional<Language> usual,
            Optional<AnswerExecutor> executor,
            CompletionSettings settings) {
        this.terminal = terminal;
        this.json = json;
        this.folder = folder;
        this.usual = usual;
        this.executor = executor;
        this.settings = settings;
    }

    void showing(Optional<ProgressBar> shown, int all) {
        bar = shown;
        total = all;
    }

    /** Questions by number; those that cannot be asked are told in their turn. */
    void begin(IntFunction<Question> asked, int howMany) {
        questions = asked;
        count = howMany;
        next = 0;
        places = Optional.empty();
    }

    /** The number of the question for each prompt, where not all questions are asked. */
    void numbered(List<Integer> numbers) {
        places = Optional.of(numbers);
    }

    /** Tells what is left; returns whether all succeeded. */
    boolean finish() {
        if (places.isPresent()) {
            tellFailed(count);
        }
        return !failures;
    }

    private int place(int prompt) {
        return places.map(known -> known.get(prompt)).orElse(prompt);
    }

    private void tellFailed(int end) {
        for (; next < end; next++) {
            if (questions.apply(next) instanceof Question.Failed failed) {
                print(CompletionRecord.failed(failed.name(), failed.code(), failed.message()));
                done++;
            }
        }
    }

    @Override
    public void refused(int prompt, String code, String message) {
        int place = place(prompt);
        tellFailed(place);
        print(CompletionRecord.failed(questions.apply(place).name(), code, message));
        answered(place);
    }

    @Override
    public void piece(int prompt, int sample, String text) {
        terminal.out().print(text);
        terminal.out().flush();
        streamed = true;
    }

    @Override
    public void progress(long tokens, int prompts) {
        bar.ifPresent(shown -> shown.update(done, total, tokens + " tokens"));
    }

    @Override
    public void written(Completion completion) {
        int place = place(completion.prompt());
        tellFailed(place);
        tries.add(completion);
        Question question = questions.apply(place);
        if (executor.isEmpty()) {
            print(question, completion, CompletionRecord.of(question.name(), completion, settings.beams() > 1));
        }
        if (tries.size() == settings.samples()) {
            executor.ifPresent(known -> choose(known, question));
            tries.clear();
            answered(place);
        }
    }

    private void answered(int place) {
        next = place + 1;
        done++;
        bar.ifPresent(shown -> shown.update(done, total, ""));
    }

    private void choose(AnswerExecutor known, Question question) {
        List<AnswerExecutor.Executed> executed = tries.stream()
                .map(written -> known.execute(ProgramAnswer.in(written.text(), usual)))
                .toList();
        int chosen = question instanceof Question.Asked asked && asked.cloud().isPresent()
                ? AnswerExecutor.choose(executed, asked.cloud().get()).orElse(0)
                : 0;
        Completion completion = tries.get(chosen);
        AnswerExecutor.Executed result = executed.get(chosen);
        GenerationRecord.Problem problem = result.succeeded()
                ? null
                : new GenerationRecord.Problem("no_solid", result.problem().orElse(result.category()));
        CompletionRecord record = CompletionRecord.of(question.name(), completion, settings.beams() > 1);
        print(question, completion, record.executed(result.category(), problem));
    }

    private void print(Question question, Completion completion, CompletionRecord record) {
        if (folder.isEmpty()) {
            print(record);
            return;
        }
        ProgramAnswer program = ProgramAnswer.in(completion.text(), usual);
        boolean several = settings.samples() > 1 && executor.isEmpty();
        String file = question.stem() + (several ? "-" + completion.sample() : "") + program.extension();
        try {
            byte[] content = program.text().getBytes(StandardCharsets.UTF_8);
            print(record.at(folder.get().write(file, content).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(CompletionRecord record) {
        failures |= record.error() != null;
        if (json) {
            terminal.json(record);
        } else if (record.error() != null) {
            terminal.err()
                    .printf(
                            "%s: %s [%s]%n",
                            record.name(),
                            record.error().message(),
                            record.error().code());
        } else if (record.path() != null) {
            terminal.out().println(record.path());
        } else if (streamed) {
            terminal.out().println();
            streamed = false;
        } else {
            people(record);
        }
    }

    private void people(CompletionRecord record) {
        boolean several = total > 1 || settings.samples() > 1;
        if (several) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "── %s%s%n",
                            record.name(),
                            settings.samples() > 1 ? " " + record.index() : "");
        }
        terminal.out().println(record.text().isEmpty() ? record.ids().toString() : record.text());
        terminal.out().flush();
    }
}
