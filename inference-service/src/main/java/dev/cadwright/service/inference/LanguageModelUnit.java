package dev.cadwright.service.inference;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.inference.AnswerExecutor;
import dev.cadwright.inference.ModelCloud;
import dev.cadwright.inference.ProgramAnswer;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.completion.Completion;
import dev.cadwright.neural.completion.CompletionListener;
import dev.cadwright.neural.completion.CompletionProcess;
import dev.cadwright.neural.completion.CompletionSettings;
import dev.cadwright.neural.completion.Prompt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a language model writes for the prompts or the samples of one unit. */
final class LanguageModelUnit {
    private static final Optional<Language> OF_POINTS = Optional.of(Language.CADQUERY);

    private final UnitContext unit;
    private final GenerateInput input;
    private final ArtifactStore store;
    private final AnswerExecutor executor;
    private final UnitLines lines = new UnitLines();

    LanguageModelUnit(UnitContext unit, GenerateInput input, ArtifactStore store, AnswerExecutor executor) {
        this.unit = unit;
        this.input = input;
        this.store = store;
        this.executor = executor;
    }

    /** A line a text, or one a prompt that the model cannot read. */
    UnitLines questions(
            CompletionProcess process, List<GenerateQuestion> questions, int first, java.nio.file.Path scratch)
            throws IOException, InterruptedException {
        List<Prompt> prompts = new ArrayList<>();
        for (GenerateQuestion question : questions) {
            prompts.add(question.prompt(input, process.abilities().points(), scratch, store));
        }
        CompletionSettings settings = input.settings(process.abilities().points() > 0);
        write(process, prompts, settings, new Told(prompts.size()) {
            @Override
            public void written(Completion completion) {
                unit.cancellation().throwIfRequested();
                int number = completion.prompt();
                String name = questions.get(number).name(first + number);
                lines.add(CompletionLine.of(name, completion, settings.beams() > 1), completion.finish());
                lines.wrote(completion.ids().size());
            }

            @Override
            public void refused(int prompt, String code, String message) {
                lines.add(CompletionLine.failed(questions.get(prompt).name(first + prompt), code, message), code);
            }
        });
        return lines;
    }

    /** A prediction a sample, as those of the built-in family. */
    UnitLines samples(CompletionProcess process, List<Sample> samples) throws InterruptedException {
        int points = process.abilities().points();
        if (points == 0) {
            throw JobException.permanent(
                    "unsupported_input", "this model reads no points; give it prompts instead of a dataset");
        }
        List<PointCloud> clouds =
                samples.stream().map(sample -> cloud(sample, points)).toList();
        List<Prompt> prompts = clouds.stream()
                .map(cloud -> new Prompt(
                        Optional.ofNullable(input.text()),
                        Optional.ofNullable(input.system()),
                        input.raw(),
                        Optional.of(cloud.toFloatArray()),
                        List.of()))
                .toList();
        CompletionSettings settings = input.settings(true);
        List<Completion> tries = new ArrayList<>();
        write(process, prompts, settings, new Told(prompts.size()) {
            @Override
            public void written(Completion completion) {
                unit.cancellation().throwIfRequested();
                lines.wrote(completion.ids().size());
                tries.add(completion);
                if (tries.size() == settings.samples()) {
                    Prediction prediction =
                            prediction(samples.get(completion.prompt()), clouds.get(completion.prompt()), tries);
                    lines.add(prediction);
                    tries.clear();
                }
            }

            @Override
            public void refused(int prompt, String code, String message) {
                throw JobException.permanent(code, samples.get(prompt).id() + ": " + message);
            }
        });
        return lines;
    }

    private static PointCloud cloud(Sample sample, int points) {
        try {
            return ModelCloud.of(sample.points(), points);
        } catch (IllegalArgumentException e) {
            throw JobException.permanent("unusable_points", sample.id() + ": " + e.getMessage());
        }
    }

    private void write(
            CompletionProcess process, List<Prompt> prompts, CompletionSettings settings, CompletionListener listener)
            throws InterruptedException {
        try {
            process.write(prompts, settings, false, listener);
        } catch (NeuralException e) {
            unit.cancellation().throwIfRequested();
            throw e;
        }
        unit.cancellation().throwIfRequested();
    }

    private Prediction prediction(Sample sample, PointCloud cloud, List<Completion> tries) {
        List<ProgramAnswer> answers = tries.stream()
                .map(written -> ProgramAnswer.in(written.text(), OF_POINTS))
                .toList();
        int count = input.select() == null ? 1 : tries.size();
        List<AnswerExecutor.Executed> executed =
                answers.stream().limit(count).map(executor::execute).toList();
        int chosen = input.select() == null
                ? 0
                : AnswerExecutor.choose(executed, cloud).orElse(0);
        List<Prediction.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < tries.size(); i++) {
            candidates.add(new Prediction.Candidate(
                    answers.get(i).text(),
                    answers.get(i).language().map(Language::label).orElse(""),
                    i < count ? executed.get(i).category() : "skipped",
                    Optional.of(tries.get(i).ids().size()),
                    Optional.of(tries.get(i).finish()),
                    Optional.empty()));
        }
        AnswerExecutor.Executed answer = executed.get(chosen);
        Optional<Integer> usable = answer.succeeded() ? Optional.of(chosen) : Optional.empty();
        return new Prediction(sample.id(), sample.description().split().text(), candidates, usable, files(answer));
    }

    private Map<String, String> files(AnswerExecutor.Executed answer) {
        Map<String, String> files = new TreeMap<>();
        if (answer.succeeded()
                && answer.execution().orElse(null) instanceof ProgramExecution.Exact(Execution.Solid solid)) {
            if (input.formats().contains("step")) {
                solid.step()
                        .ifPresent(step ->
                                files.put("step", store.put(step, "model/step").sha256()));
            }
            if (input.formats().contains("stl")) {
                solid.mesh()
                        .ifPresent(mesh -> files.put(
                                "stl", store.put(Stl.encode(mesh), "model/stl").sha256()));
            }
        }
        return files;
    }

    /** Reports how many tokens have come. */
    private abstract class Told implements CompletionListener {
        private final int prompts;

        private Told(int prompts) {
            this.prompts = prompts;
        }

        @Override
        public void progress(long tokens, int done) {
            if (!unit.cancellation().isRequested()) {
                unit.progress(Progress.of(done, prompts, tokens + " tokens"));
            }
        }
    }

    /** Ends the process's work within a token when the job is stopped, and the process if that does not help. */
    static Cancellation.Registration ending(UnitContext unit, CompletionProcess process) {
        unit.cancellation().onStop(process::cancel);
        return unit.cancellation().onKill(process::kill);
    }
}
