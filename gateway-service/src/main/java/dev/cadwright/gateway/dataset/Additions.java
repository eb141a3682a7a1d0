package dev.cadwright.gateway.dataset;

import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.artifact.ArtifactLink;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.kind.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the jobs that add to datasets. */
final class Additions {
    static final List<Kind> KINDS = List.of(Kind.RENDER_VIEWS, Kind.DATASET_CONVERSATIONS, Kind.DATASET_EXPORT);

    private static final Map<String, String> ARTIFACTS = Map.of(
            "manifest", "-views.json", "train", "-train.json", "validation", "-validation.json", "archive", ".zip");

    private Additions() {}

    static DatasetView.Addition view(String dataset, Job job) {
        return new DatasetView.Addition(
                job.kind(),
                job.id(),
                job.state(),
                job.progress(),
                Outputs.number(job, "/images"),
                Outputs.number(job, "/count"),
                Outputs.number(job, "/bytes"),
                links(dataset, job),
                job.error().orElse(null));
    }

    private static Map<String, ArtifactLink> links(String dataset, Job job) {
        var links = new LinkedHashMap<String, ArtifactLink>();
        ARTIFACTS.forEach((key, ending) -> {
            var link = Outputs.link(job, "/" + key, dataset + ending);
            if (link != null) {
                links.put(key, link);
            }
        });
        return links.isEmpty() ? null : links;
    }
}
