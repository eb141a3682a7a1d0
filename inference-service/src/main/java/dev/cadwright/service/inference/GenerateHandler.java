package dev.cadwright.service.inference;

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
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.generate.GenerationProcess;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes programs for a split of a dataset: some samples a unit, each unit with a process of its own for the model. */
@ApplicationScoped
class GenerateHandler implements JobHandler {
    private static final int SAMPLES_A_UNIT = 64;

    /** A unit's predictions: an artifact of JSON Lines. */
    record UnitPredictions(String predictions, int samples, Map<String, Integer> counts) {}

    /** The output of {@code inference.generate}. */
    record Output(String predictions, Map<String, Integer> counts, int samples) {}

    private final ArtifactStore artifacts;
    private final KernelPool kernel;
    private final ModelProcesses processes;

    GenerateHandler(ArtifactStore artifacts, KernelPool kernel, ModelProcesses processes) {
        this.artifacts = artifacts;
        this.kernel = kernel;
        this.processes = processes;
    }

    @Override
    public String kind() {
        return JobKinds.INFERENCE_GENERATE;
    }

    @Override
    public Plan plan(JobContext job) {
        GenerateInput input = JobInputs.read(job.input(), GenerateInput.class);
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        return new Plan(dataset.ranges(input.split(), input.limit(), SAMPLES_A_UNIT).stream()
                .map(range -> new Plan.PlannedUnit(JobInputs.write(range), range.size()))
                .toList());
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException, InterruptedException {
        GenerateInput input = JobInputs.read(unit.input(), GenerateInput.class);
        List<Sample> samples = Dataset.open(input.dataset(), artifacts)
                .samples(input.split(), JobInputs.read(unit.unitInput(), SplitRange.class));
        Path scratch = Files.createTempDirectory("model");
        try {
            Path model = JobModels.folder(input.model(), processes.builtIn(), scratch, artifacts);
            return JobInputs.write(predict(unit, input, samples, model));
        } catch (NeuralException e) {
            throw failure(e);
        } finally {
            delete(scratch);
        }
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
            return JobInputs.write(new Output(sha256, counts, samples));
        }
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
        return new UnitPredictions(sha256, samples.size(), counts);
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
