package dev.cadwright.service.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.ManifestBuilder;
import dev.cadwright.dataset.build.UnitBuilder;
import dev.cadwright.dataset.build.UnitRange;
import dev.cadwright.dataset.build.UnitResult;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.StoredResults;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.kernel.program.ProgramPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Builds a dataset: some shapes of one source a unit. */
@ApplicationScoped
class BuildHandler implements JobHandler {
    /** The output of {@code dataset.build}. */
    record Output(String manifest, Map<Split, Integer> counts, Map<String, Integer> rejected) {}

    private final ArtifactStore artifacts;
    private final ProgramPool programs;

    BuildHandler(ArtifactStore artifacts, ProgramPool programs) {
        this.artifacts = artifacts;
        this.programs = programs;
    }

    @Override
    public String kind() {
        return JobKinds.DATASET_BUILD;
    }

    @Override
    public Plan plan(JobContext job) {
        return new Plan(UnitRange.of(specification(job), artifacts).stream()
                .map(range -> new Plan.PlannedUnit(JobInputs.write(range), range.size()))
                .toList());
    }

    @Override
    public JsonNode work(UnitContext unit) {
        UnitRange range = JobInputs.read(unit.unitInput(), UnitRange.class);
        UnitBuilder builder = new UnitBuilder(specification(unit), unit.guarded(artifacts), programs);
        UnitResult result = builder.build(range, done -> {
            unit.cancellation().throwIfRequested();
            unit.progress(Progress.of(done, range.size(), "executing shapes"));
        });
        return StoredResults.write(unit, artifacts, result);
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) {
        List<UnitResult> units = StoredResults.read(results, artifacts, UnitResult.class);
        DatasetManifest manifest = ManifestBuilder.join(specification(job), units);
        String sha256 = Dataset.store(manifest, job.guarded(artifacts)).sha256();
        return JobInputs.write(new Output(sha256, manifest.counts(), manifest.rejected()));
    }

    private static BuildSpecification specification(JobContext job) {
        return JobInputs.read(job.input(), BuildSpecification.class);
    }
}
