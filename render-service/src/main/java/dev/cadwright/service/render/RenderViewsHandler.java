package dev.cadwright.service.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.dataset.shard.DeterministicZip;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.StoredResults;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Renders the views of a dataset, one of its shards a unit. */
@ApplicationScoped
class RenderViewsHandler implements JobHandler {
    private final ArtifactStore artifacts;

    private final Surfaces surfaces;

    RenderViewsHandler(ArtifactStore artifacts, Surfaces surfaces) {
        this.artifacts = artifacts;
        this.surfaces = surfaces;
    }

    @Override
    public String kind() {
        return JobKinds.RENDER_VIEWS;
    }

    @Override
    public Plan plan(JobContext job) {
        RenderInput input = JobInputs.read(job.input(), RenderInput.class);
        List<DatasetManifest.Shard> shards =
                Dataset.open(input.dataset(), artifacts).manifest().shards();
        List<Plan.PlannedUnit> units = IntStream.range(0, shards.size())
                .filter(index -> wanted(shards.get(index), input) > 0)
                .mapToObj(index -> new Plan.PlannedUnit(
                        JobInputs.write(new RenderUnit(index)),
                        (long) wanted(shards.get(index), input) * input.views().size()))
                .toList();
        return new Plan(units);
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException {
        RenderInput input = JobInputs.read(unit.input(), RenderInput.class);
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        DatasetManifest.Shard shard =
                JobInputs.read(unit.unitInput(), RenderUnit.class).of(dataset.manifest());
        long total = (long) wanted(shard, input) * input.views().size();
        Path file = Files.createTempFile("views", ".zip");
        try {
            ViewPainter painter = draw(unit, input, dataset, shard, file, total);
            ArtifactReference stored = unit.guarded(artifacts).put(file, ViewsManifest.Shard.MEDIA_TYPE);
            ViewsManifest.Shard drawn =
                    new ViewsManifest.Shard(stored.sha256(), shard.sha256(), painter.images(), stored.size());
            return StoredResults.write(unit, artifacts, new RenderedUnit(drawn, painter.skipped()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) {
        RenderInput input = JobInputs.read(job.input(), RenderInput.class);
        List<ViewsManifest.Shard> shards = new ArrayList<>();
        List<Rejection> skipped = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (RenderedUnit unit : StoredResults.read(results, artifacts, RenderedUnit.class)) {
            shards.add(unit.shard());
            skipped.addAll(unit.skipped());
            unit.skipped().forEach(sample -> reasons.merge(sample.reason(), 1, Integer::sum));
        }
        long images = shards.stream().mapToLong(ViewsManifest.Shard::images).sum();
        String extension = input.style().equals("depth") ? "npy" : "png";
        ViewsManifest manifest = new ViewsManifest(
                ViewsManifest.FORMAT,
                input.dataset(),
                input.views(),
                input.size(),
                input.style(),
                extension,
                images,
                shards,
                skipped);
        String sha256 = manifest.store(job.guarded(artifacts)).sha256();
        return JobInputs.write(new RenderOutput(sha256, images, reasons));
    }

    private ViewPainter draw(
            UnitContext unit, RenderInput input, Dataset dataset, DatasetManifest.Shard shard, Path file, long total)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DeterministicZip zip = new DeterministicZip(out)) {
            ViewPainter painter = new ViewPainter(input, surfaces, zip);
            dataset.each(shard, sample -> {
                unit.cancellation().throwIfRequested();
                if (isWanted(sample, input)) {
                    painter.paint(sample);
                    long done = painter.images()
                            + (long) painter.skipped().size() * input.views().size();
                    unit.progress(Progress.of(Math.min(done, total), total, "rendering " + sample.id()));
                }
            });
            return painter;
        }
    }

    private static boolean isWanted(Sample sample, RenderInput input) {
        return input.splits().contains(sample.description().split());
    }

    private static int wanted(DatasetManifest.Shard shard, RenderInput input) {
        return input.splits().stream()
                .mapToInt(split -> shard.counts().getOrDefault(split, 0))
                .sum();
    }
}
