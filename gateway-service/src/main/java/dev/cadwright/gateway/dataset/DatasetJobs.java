package dev.cadwright.gateway.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Draft;
import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.job.Submissions;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.name.Names;
import dev.cadwright.gateway.name.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts the jobs that make and extend datasets. */
@ApplicationScoped
public class DatasetJobs {
    private final Submissions submissions;
    private final Names names;
    private final Datasets datasets;
    private final DatasetInputs inputs;

    DatasetJobs(Submissions submissions, Names names, Datasets datasets, DatasetInputs inputs) {
        this.submissions = submissions;
        this.names = names;
        this.datasets = datasets;
        this.inputs = inputs;
    }

    /** The job that builds the dataset, then those asked for with it. */
    List<Job> create(DatasetRequest request, String idempotencyKey) {
        var key = submissions.key(idempotencyKey, "POST /v1/datasets", request);
        var input = inputs.build(request);
        return names.register(
                Registration.Type.DATASET,
                request.name(),
                submissions.newId(),
                key,
                id -> submissions.submit(drafts(id, input, request), request, key));
    }

    Job render(Dataset dataset, ViewsRequest request, String idempotencyKey) {
        var build = dataset.build().id();
        var draft = draft(Kind.RENDER_VIEWS, inputs.views(build, request.settings()), dataset.name(), build);
        return submit(draft, request, request, idempotencyKey, dataset.name() + "/views");
    }

    Job converse(Dataset dataset, ConversationsRequest request, String idempotencyKey) {
        var build = dataset.build().id();
        var input = inputs.conversations(build, addition(dataset, Kind.RENDER_VIEWS), request.settings());
        var draft = draft(Kind.DATASET_CONVERSATIONS, input, dataset.name(), build);
        return submit(draft, request, request, idempotencyKey, dataset.name() + "/conversations");
    }

    Job export(Dataset dataset, ExportRequest request, String idempotencyKey) {
        var build = dataset.build().id();
        var input = inputs.export(
                build,
                addition(dataset, Kind.RENDER_VIEWS),
                addition(dataset, Kind.DATASET_CONVERSATIONS),
                request.name() == null ? dataset.name() : request.name());
        var draft = draft(Kind.DATASET_EXPORT, input, dataset.name(), build);
        return submit(draft, request, request, idempotencyKey, dataset.name() + "/export");
    }

    private Job submit(Draft draft, Scheduling scheduling, Record request, String idempotencyKey, String path) {
        var key = submissions.key(idempotencyKey, "POST /v1/datasets/" + path, request);
        return submissions.submit(List.of(draft), scheduling, key).getFirst();
    }

    private List<Draft> drafts(UUID build, ObjectNode input, DatasetRequest request) {
        var drafts = new ArrayList<Draft>();
        drafts.add(new Draft(build, Kind.DATASET_BUILD, input, Map.of(Datasets.LABEL, request.name())));
        Optional<UUID> views = Optional.empty();
        Optional<UUID> conversations = Optional.empty();
        if (request.views() != null) {
            var draft = draft(Kind.RENDER_VIEWS, inputs.views(build, request.views()), request.name(), build);
            views = Optional.of(draft.id());
            drafts.add(draft);
        }
        if (request.conversations() != null) {
            var conversationsInput = inputs.conversations(build, views, request.conversations());
            var draft = draft(Kind.DATASET_CONVERSATIONS, conversationsInput, request.name(), build);
            conversations = Optional.of(draft.id());
            drafts.add(draft);
        }
        if (request.export() != null) {
            var name = request.export().name() == null
                    ? request.name()
                    : request.export().name();
            drafts.add(draft(
                    Kind.DATASET_EXPORT, inputs.export(build, views, conversations, name), request.name(), build));
        }
        return drafts;
    }

    private Draft draft(Kind kind, ObjectNode input, String name, UUID build) {
        var labels = Map.of(Datasets.LABEL, name, Datasets.BUILD_LABEL, build.toString());
        return new Draft(submissions.newId(), kind, input, labels);
    }

    private Optional<UUID> addition(Dataset dataset, Kind kind) {
        return datasets.addition(dataset, kind).map(Job::id);
    }
}
