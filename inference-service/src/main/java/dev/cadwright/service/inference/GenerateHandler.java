package dev.cadwright.service.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.access.SplitRange;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.dataset.prediction.PredictionLines;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.inference.AnswerExecutor;
import dev.cadwright.inference.PredictionMaker;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.JobModels;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.completion.CompletionProcess;
import dev.cadwright.neural.generate.GenerationProcess;
import dev.cadwright.neural.nano.NanoConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes programs for a split of a dataset, or texts for prompts: some of them a unit, each unit with a process of its
 * own for the model.
 */
@ApplicationScoped
class GenerateHandler implements JobHandler {
    private static final int SAMPLES_A_UNIT = 64;

    /** A unit's predictions: an artifact of JSON Lines. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitPredictions(String predictions, int samples, Map<String, Integer> counts, Long tokens) {}

    /**
     * The output of {@code inference.generate}.
     *
     * @param predictions of a dataset's samples
     * @param completions of prompts
     * @param tokens that a language model wrote
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Output(String predictions, String completions, Map<String, Integer> counts, int samples, Long tokens) {}

    /** The prompts of one unit. */
    record QuestionRange(int first, int count) {}

    private final ArtifactStore artifacts;
    private final KernelPool kernel;
    private final ProgramPool programs;
    private final ModelProcesses processes;

    GenerateHandler(ArtifactStore artifacts, KernelPool kernel, ProgramPool programs, ModelProcesses processes) {
        this.artifacts = artifacts;
        this.kernel = kernel;
        this.programs = programs;
        this.processes = processes;
    }

    @Override
    public String kind() {
        return JobKinds.INFERENCE_GENERATE;
    }

    @Override
    public Plan plan(JobContext job) {
        GenerateInput input = JobInputs.read(job.input(), GenerateInput.class);
        if (input.dataset() == null) {
            return questions(input.prompts().size());
        }
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        return new Plan(dataset.ranges(input.split(), input.limit(), SAMPLES_A_UNIT).stream()
                .map(range -> new Plan.PlannedUnit(JobInputs.write(range), range.size()))
                .toList());
    }

    private static Plan questions(int all) {
        List<Plan.PlannedUnit> units = new ArrayList<>();
        for (int first = 0; first < all; first += SAMPLES_A_UNIT) {
            int count = Math.min(SAMPLES_A_UNIT, all - first);
            units.add(new Plan.PlannedUnit(JobInputs.write(new QuestionRange(first, count)), count));
        }
        return new Plan(units);
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException, InterruptedException {
        GenerateInput input = JobInputs.read(unit.input(), GenerateInput.class);
        Path scratch = Files.createTempDirectory("model");
        try {
            Path model = JobModels.folder(input.model(), processes.builtIn(), scratch.resolve("model"), artifacts);
            if (!family(model).equals(NanoConfiguration.MODEL_TYPE)) {
                return JobInputs.write(write(unit, input, model, scratch));
            }
            requireBuiltInFamily(input);
            return JobInputs.write(predict(unit, input, samples(unit, input), model));
        } catch (NeuralException e) {
            throw failure(e);
        } finally {
            delete(scratch);
        }
    }

    private List<Sample> samples(UnitContext unit, GenerateInput input) {
        return Dataset.open(input.dataset(), artifacts)
                .samples(input.split(), JobInputs.read(unit.unitInput(), SplitRange.class));
    }

    private static void requireBuiltInFamily(GenerateInput input) {
        try {
            input.requireBuiltInFamily();
        } catch (IllegalArgumentException e) {
            throw JobException.permanent("unsupported_input", e.getMessage());
        }
    }

    /** Of a model that has none, loading it says what is wrong. */
    private static String family(Path model) {
        Path configuration = model.resolve("config.json");
        return Files.isRegularFile(configuration)
                ? Configuration.read(configuration).string("model_type", NanoConfiguration.MODEL_TYPE)
                : NanoConfiguration.MODEL_TYPE;
    }

    private UnitPredictions write(UnitContext unit, GenerateInput input, Path model, Path scratch)
            throws IOException, InterruptedException {
        Optional<Path> adapter = Optional.ofNullable(input.adapter())
                .map(added -> JobModels.folder(added, processes.builtIn(), scratch.resolve("adapter"), artifacts));
        AnswerExecutor executor = new AnswerExecutor(programs, input.kernelRequest());
        try (CompletionProcess process = processes.write(input.source(model, adapter, processes.threads()));
                Cancellation.Registration ending = LanguageModelUnit.ending(unit, process)) {
            ArtifactStore store = unit.guarded(artifacts);
            LanguageModelUnit work = new LanguageModelUnit(unit, input, store, executor);
            UnitLines lines = input.dataset() == null
                    ? questions(work, process, unit, input, scratch)
                    : work.samples(process, samples(unit, input));
            String sha256 = store.put(lines.bytes(), PredictionLines.MEDIA_TYPE).sha256();
            return new UnitPredictions(sha256, lines.number(), lines.counts(), lines.tokens());
        } catch (IllegalArgumentException e) {
            throw JobException.permanent("invalid_input", e.getMessage());
        }
    }

    private static UnitLines questions(
            LanguageModelUnit work, CompletionProcess process, UnitContext unit, GenerateInput input, Path scratch)
            throws IOException, InterruptedException {
        QuestionRange range = JobInputs.read(unit.unitInput(), QuestionRange.class);
        List<GenerateQuestion> some = input.prompts().subList(range.first(), range.first() + range.count());
        return work.questions(process, some, range.first(), scratch);
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) throws IOException {
        List<UnitPredictions> units = results.stream()
                .map(result -> JobInputs.read(result, UnitPredictions.class))
                .toList();
        Map<String, Integer> counts = new TreeMap<>();
        units.forEach(unit -> unit.counts().forEach((category, count) -> counts.merge(category, count, Integer::sum)));
        int samples = units.stream().mapToInt(UnitPredictions::samples).sum();
        List<InputStream> parts = new ArrayList<>();
        for (UnitPredictions unit : units) {
            parts.add(artifacts.open(unit.predictions()));
        }
        try (SequenceInputStream all = new SequenceInputStream(Collections.enumeration(parts))) {
            String sha256 =
                    job.guarded(artifacts).put(all, PredictionLines.MEDIA_TYPE).sha256();
            boolean ofDataset = JobInputs.read(job.input(), GenerateInput.class).dataset() != null;
            return JobInputs.write(
                    new Output(ofDataset ? sha256 : null, ofDataset ? null : sha256, counts, samples, tokens(units)));
        }
    }

    /** Absent where no language model wrote. */
    private static Long tokens(List<UnitPredictions> units) {
        return units.stream()
                .map(UnitPredictions::tokens)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    private UnitPredictions predict(UnitContext unit, GenerateInput input, List<Sample> samples, Path model)
            throws InterruptedException {
        PredictionMaker maker = new PredictionMaker(kernel, input.kernelRequest());
        List<float[]> clouds =
                samples.stream().map(sample -> sample.points().toFloatArray()).toList();
        StringBuilder lines = new StringBuilder();
        Map<String, Integer> counts = new TreeMap<>();
        try (GenerationProcess process = processes.start(model);
                Cancellation.Registration killed = unit.cancellation().onKill(process::kill)) {
            unit.cancellation().onStop(process::kill);
            process.generate(input.request(clouds), generation -> {
                unit.cancellation().throwIfRequested();
                Sample sample = samples.get(generation.index());
                PredictionMaker.Made made =
                        maker.make(sample.id(), sample.description().split(), generation);
                Prediction prediction = made.prediction().withArtifacts(files(made, unit.guarded(artifacts)));
                lines.append(PredictionLines.write(prediction)).append('\n');
                counts.merge(prediction.category(), 1, Integer::sum);
                unit.progress(Progress.of(generation.index() + 1, samples.size(), "wrote " + sample.id()));
            });
        } catch (NeuralException e) {
            unit.cancellation().throwIfRequested();
            throw e;
        }
        byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
        String sha256 =
                unit.guarded(artifacts).put(content, PredictionLines.MEDIA_TYPE).sha256();
        return new UnitPredictions(sha256, samples.size(), counts, null);
    }

    private static Map<String, String> files(PredictionMaker.Made made, ArtifactStore store) {
        Map<String, String> files = new TreeMap<>();
        if (made.execution().orElse(null) instanceof Execution.Solid solid) {
            solid.step()
                    .ifPresent(step ->
                            files.put("step", store.put(step, "model/step").sha256()));
            solid.mesh()
                    .ifPresent(mesh -> files.put(
                            "stl", store.put(Stl.encode(mesh), "model/stl").sha256()));
        }
        return files;
    }

    /** A process that died may live next time; what it refused, it refuses again. */
    private static JobException failure(NeuralException e) {
        return e.code().equals("generation_died")
                ? JobException.temporary(e.code(), e.getMessage())
                : JobException.permanent(e.code(), e.getMessage());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
