package dev.cadwright.service.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.benchmark.SampleScorer;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.access.SplitRange;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.dataset.prediction.PredictionLines;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.metrics.report.BenchmarkReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores the predictions of all entries: some samples a unit. */
@ApplicationScoped
class BenchmarkHandler implements JobHandler {
    private static final int SAMPLES_A_UNIT = 16;

    /** A unit's scores: an artifact of JSON Lines. */
    record UnitScores(String scores) {}

    private final ArtifactStore artifacts;
    private final KernelPool kernel;
    private final ReportMaker reports;

    BenchmarkHandler(ArtifactStore artifacts, KernelPool kernel, ReportMaker reports) {
        this.artifacts = artifacts;
        this.kernel = kernel;
        this.reports = reports;
    }

    @Override
    public String kind() {
        return JobKinds.BENCHMARK_RUN;
    }

    @Override
    public Plan plan(JobContext job) {
        BenchmarkInput input = JobInputs.read(job.input(), BenchmarkInput.class);
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        return new Plan(dataset.ranges(input.split(), input.limit(), SAMPLES_A_UNIT).stream()
                .map(range -> new Plan.PlannedUnit(JobInputs.write(range), range.size()))
                .toList());
    }

    @Override
    public JsonNode work(UnitContext unit) {
        BenchmarkInput input = JobInputs.read(unit.input(), BenchmarkInput.class);
        List<Sample> samples = Dataset.open(input.dataset(), artifacts)
                .samples(input.split(), JobInputs.read(unit.unitInput(), SplitRange.class));
        Map<String, Map<String, Prediction>> predictions = predictions(input, samples);
        SampleScorer scorer = new SampleScorer(input.contest(), kernel);
        List<BenchmarkReport.Sample> scored = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            unit.cancellation().throwIfRequested();
            Sample sample = samples.get(i);
            Map<String, Prediction> own = new HashMap<>();
            predictions.forEach((entry, byName) -> {
                if (byName.containsKey(sample.id())) {
                    own.put(entry, byName.get(sample.id()));
                }
            });
            scored.add(scorer.score(sample, own));
            unit.progress(Progress.of(i + 1, samples.size(), "scored " + sample.id()));
        }
        String sha256 = unit.guarded(artifacts)
                .put(UnitLines.write(scored), "application/jsonl")
                .sha256();
        return JobInputs.write(new UnitScores(sha256));
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) throws IOException {
        BenchmarkInput input = JobInputs.read(job.input(), BenchmarkInput.class);
        List<String> scores = results.stream()
                .map(result -> JobInputs.read(result, UnitScores.class).scores())
                .toList();
        return JobInputs.write(reports.make(input, scores, job.guarded(artifacts)));
    }

    private Map<String, Map<String, Prediction>> predictions(BenchmarkInput input, List<Sample> samples) {
        Set<String> names = samples.stream().map(Sample::id).collect(Collectors.toSet());
        Map<String, Map<String, Prediction>> predictions = new HashMap<>();
        for (BenchmarkInput.Entry entry : input.entries()) {
            predictions.put(entry.name(), PredictionLines.read(artifacts.open(entry.predictions()), names::contains));
        }
        return predictions;
    }
}
