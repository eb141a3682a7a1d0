package dev.cadwright.cli.local.generate;

import dev.cadwright.cad.Language;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.OrderedWork;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.inference.AnswerExecutor;
import dev.cadwright.inference.ProgramAnswer;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.neural.completion.CompletionProcess;
import dev.cadwright.neural.completion.CompletionSettings;
import dev.cadwright.neural.completion.ModelAbilities;
import dev.cadwright.neural.completion.ModelSource;
import dev.cadwright.neural.completion.Prompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts of language models, for prompts, pictures, points and ready tokens. */
final class TextGeneration {
    /** Inputs that are read at once; what a batch of the model holds is less. */
    private static final int TOGETHER = 64;

    private final Terminal terminal;
    private final boolean json;
    private final GenerationOptions generation;
    private final WritingOptions writing;
    private final KernelSettings kernelSettings;
    private final Optional<OutputFolder> output;

    TextGeneration(
            Terminal terminal,
            boolean json,
            GenerationOptions generation,
            WritingOptions writing,
            KernelSettings kernelSettings,
            Optional<OutputFolder> output) {
        this.terminal = terminal;
        this.json = json;
        this.generation = generation;
        this.writing = writing;
        this.kernelSettings = kernelSettings;
        this.output = output;
    }

    /** What the command line names, beside prompts. */
    record Given(List<Input> shapes, List<Input> pictures) {}

    int run(ModelSource source, Given given) throws InterruptedException {
        requireSense(given);
        requireFree(given);
        writing.settings(generation, false);
        try (CompletionProcess process = new ModelLoader(terminal).write(source);
                ProgramPool programs =
                        kernelSettings.open(Math.max(1, given.shapes().size()))) {
            ModelAbilities model = process.abilities();
            CompletionSettings settings = writing.settings(generation, model.points() > 0);
            AnswerPrinter printer = printer(model, programs, settings);
            return writing.tensors().isPresent()
                    ? tensors(process, settings, printer, writing.tensors().get())
                    : questions(process, settings, printer, new Asking(programs, model), given);
        }
    }

    private void requireSense(Given given) {
        if (generation.refines()) {
            throw CommandFailure.usage("--refine moves the numbers of cadwright-nano's programs; others are texts.");
        }
        if (generation.selectsByInput() && given.shapes().isEmpty()) {
            throw CommandFailure.usage("--select input chooses by points; give points or shapes.");
        }
        if (!given.shapes().isEmpty() && !given.pictures().isEmpty()) {
            throw CommandFailure.usage("Either points and shapes or pictures, not both at once.");
        }
    }

    /** Better said before the model has written than after; what language comes is not known yet. */
    private void requireFree(Given given) {
        List<String> endings = new ArrayList<>(
                Arrays.stream(Language.values()).map(Language::extension).toList());
        endings.add(ProgramAnswer.NO_PROGRAM);
        String number = generation.candidates() > 1 && !generation.selectsByInput() ? "-0" : "";
        Stream.concat(given.shapes().stream(), given.pictures().stream())
                .flatMap(input -> endings.stream().map(ending -> input.stem() + number + ending))
                .flatMap(file -> output.filter(folder -> !folder.overwrite()).stream()
                        .map(folder -> folder.folder().resolve(file)))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(there -> {
                    throw CommandFailure.usage(there + " exists already; --overwrite replaces it.");
                });
    }

    private AnswerPrinter printer(ModelAbilities model, ProgramPool programs, CompletionSettings settings) {
        Optional<Language> usual = model.points() > 0 ? Optional.of(Language.CADQUERY) : Optional.empty();
        Optional<AnswerExecutor> executor = generation.selectsByInput()
                ? Optional.of(new AnswerExecutor(programs, Request.properties().within(kernelSettings.budget())))
                : Optional.empty();
        return new AnswerPrinter(terminal, json, output, usual, executor, settings);
    }

    private int tensors(CompletionProcess process, CompletionSettings settings, AnswerPrinter printer, Path file)
            throws InterruptedException {
        String name = String.valueOf(file.getFileName());
        printer.begin(
                row -> new Question.Asked(name + "#" + row, name + "-" + row, Prompt.ofText(""), Optional.empty()),
                Integer.MAX_VALUE);
        boolean streams = !json && settings.samples() == 1 && settings.batch() == 1;
        process.writeTensors(file, settings, streams, printer);
        return printer.finish() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private int questions(
            CompletionProcess process, CompletionSettings settings, AnswerPrinter printer, Asking asking, Given given)
            throws InterruptedException {
        List<Input> inputs = given.shapes().isEmpty() ? given.pictures() : given.shapes();
        int total = inputs.isEmpty() ? writing.prompts().size() : inputs.size();
        boolean streams = !json && total == 1 && settings.samples() == 1 && settings.beams() == 1 && output.isEmpty();
        try (ProgressBar bar = new ProgressBar(terminal, "generate")) {
            printer.showing(total > 1 ? Optional.of(bar) : Optional.empty(), total);
            for (int from = 0; from < total; from += TOGETHER) {
                int end = Math.min(total, from + TOGETHER);
                List<Question> some = inputs.isEmpty()
                        ? asking.prompts(from, end)
                        : asking.inputs(
                                inputs.subList(from, end), !given.shapes().isEmpty());
                ask(process, settings, printer, some, streams);
            }
            return printer.finish() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        }
    }

    private static void ask(
            CompletionProcess process,
            CompletionSettings settings,
            AnswerPrinter printer,
            List<Question> questions,
            boolean streams)
            throws InterruptedException {
        List<Integer> places = new ArrayList<>();
        List<Prompt> prompts = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i) instanceof Question.Asked asked) {
                places.add(i);
                prompts.add(asked.prompt());
            }
        }
        printer.begin(questions::get, questions.size());
        printer.numbered(places);
        if (!prompts.isEmpty()) {
            process.write(prompts, settings, streams, printer);
        }
        printer.finish();
    }

    /** Makes questions of what is given. */
    private final class Asking {
        private final CloudReader clouds;
        private final boolean readsPoints;

        private Asking(ProgramPool programs, ModelAbilities model) {
            this.readsPoints = model.points() > 0;
            this.clouds = new CloudReader(programs, kernelSettings.budget(), Math.max(1, model.points()));
        }

        private List<Question> prompts(int from, int end) {
            List<Question> questions = new ArrayList<>();
            for (int i = from; i < end; i++) {
                String name = writing.prompts().size() == 1 ? "prompt" : "prompt-" + (i + 1);
                Prompt prompt = writing.prompt(writing.prompts().get(i));
                questions.add(new Question.Asked(name, name, prompt, Optional.empty()));
            }
            return questions;
        }

        private List<Question> inputs(List<Input> some, boolean shapes) throws InterruptedException {
            List<Question> questions = new ArrayList<>();
            if (!shapes) {
                some.forEach(picture -> questions.add(picture(picture)));
                return questions;
            }
            if (!readsPoints) {
                throw CommandFailure.usage("This model reads no points; give it a --prompt or --images.");
            }
            OrderedWork.run(
                    some,
                    Math.min(kernelSettings.workers(), some.size()),
                    clouds::read,
                    outcome -> questions.add(cloud(outcome)));
            return questions;
        }

        private Question cloud(CloudReader.Outcome outcome) {
            return switch (outcome) {
                case CloudReader.Outcome.Failed failed -> Question.Failed.of(failed);
                case CloudReader.Outcome.Read(Input input, float[] points) ->
                    new Question.Asked(
                            input.name(),
                            input.stem(),
                            writing.beside().withPoints(points),
                            Optional.of(new PointCloud(wide(points))));
            };
        }

        private Question picture(Input input) {
            return switch (input) {
                case Input.File file ->
                    new Question.Asked(
                            file.name(),
                            file.stem(),
                            writing.beside().withImages(List.of(file.path())),
                            Optional.empty());
                case Input.StandardInput _ -> throw CommandFailure.usage("--images are files or folders.");
            };
        }

        private static double[] wide(float[] values) {
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
            }
            return wide;
        }
    }
}
