package dev.cadwright.gateway.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cad.NearestName;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.job.References;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.name.Dependencies;
import dev.cadwright.gateway.name.Names;
import dev.cadwright.gateway.name.Registration;
import dev.cadwright.gateway.page.Cursor;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The caller's datasets: a name, the job that builds it, and the jobs that add to it. */
@ApplicationScoped
public class Datasets {
    /** Label of every job that concerns a dataset: its name. */
    public static final String LABEL = "dataset";

    /** Label of the jobs that add to a dataset: the id of the job that builds it. */
    static final String BUILD_LABEL = "dataset-job";

    private static final int KNOWN = 100;

    private final Names names;
    private final Jobs jobs;

    Datasets(Names names, Jobs jobs) {
        this.names = names;
        this.jobs = jobs;
    }

    /** A dataset that a request's field names, by its name or its job's id; it exists or is being built. */
    public Dataset require(String nameOrId, String pointer) {
        var dataset = find(nameOrId)
                .orElseThrow(() -> ProblemException.invalid(
                        pointer, "unknown_dataset", "There is no dataset \"%s\".".formatted(nameOrId), hint(nameOrId)));
        Dependencies.require(dataset.build(), pointer, "dataset \"" + dataset.name() + "\"");
        return dataset;
    }

    /** A dataset that an address names. */
    Dataset get(String nameOrId) {
        return find(nameOrId)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no dataset \"%s\". %s".formatted(nameOrId, hint(nameOrId))));
    }

    public Optional<Dataset> find(String nameOrId) {
        return names.find(Registration.Type.DATASET, nameOrId).flatMap(Datasets::of);
    }

    /** Newest first. */
    public List<Dataset> newest(int limit) {
        return names.page(Registration.Type.DATASET, Cursor.decode(null), limit).stream()
                .flatMap(named -> of(named).stream())
                .toList();
    }

    /** A page, newest first. */
    <T> PageView<T> page(PageRequest request, Function<Dataset, T> view) {
        int limit = request.size();
        var rows = names.page(Registration.Type.DATASET, Cursor.decode(request.cursor), limit + 1);
        return Cursor.page(rows, limit, named -> named.registration().jobId, named -> of(named)
                .map(view));
    }

    /** The newest job of a kind that adds to a dataset and has not come to nothing. */
    public Optional<Job> addition(Dataset dataset, Kind kind) {
        return jobs
                .newest(
                        Set.of(kind.wire()),
                        Map.of(BUILD_LABEL, dataset.build().id().toString()),
                        KNOWN)
                .stream()
                .filter(job -> switch (job.state()) {
                    case WAITING, QUEUED, RUNNING, SUCCEEDED -> true;
                    case FAILED, CANCELLED -> false;
                })
                .findFirst();
    }

    /** The newest job of a kind that adds to a dataset, whatever became of it. */
    Optional<Job> lastAddition(Dataset dataset, Kind kind) {
        return jobs.newest(
                Set.of(kind.wire()), Map.of(BUILD_LABEL, dataset.build().id().toString()));
    }

    /** Stands for the manifest in the input of another job. */
    public static ObjectNode manifest(UUID build) {
        return References.to(build, "/manifest");
    }

    private static Optional<Dataset> of(Names.Named named) {
        return named.job().map(job -> new Dataset(named.registration().name, job));
    }

    private String hint(String name) {
        var known = newest(KNOWN).stream().map(Dataset::name).toList();
        return NearestName.of(name, known)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("GET /v1/datasets lists those there are.");
    }
}
