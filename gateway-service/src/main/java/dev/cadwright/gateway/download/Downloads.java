package dev.cadwright.gateway.download;

import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Draft;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Jobs;
import dev.cadwright.gateway.job.Submissions;
import dev.cadwright.gateway.kind.Kind;
import dev.cadwright.gateway.model.Models;
import dev.cadwright.gateway.name.Names;
import dev.cadwright.gateway.name.Registration;
import dev.cadwright.gateway.page.PageRequest;
import dev.cadwright.gateway.page.PageView;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.jobs.gateway.JobFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts downloads of models and shows them. */
@ApplicationScoped
class Downloads {
    /** The route of the downloads themselves: no model can be shown under it. */
    private static final String RESERVED = "downloads";

    private final Models models;
    private final Names names;
    private final Jobs jobs;
    private final Submissions submissions;
    private final DownloadClient client;

    Downloads(Models models, Names names, Jobs jobs, Submissions submissions, DownloadClient client) {
        this.models = models;
        this.names = names;
        this.jobs = jobs;
        this.submissions = submissions;
        this.client = client;
    }

    /** Submits a download; the model's name is taken from now on. */
    Job start(DownloadRequest request, String idempotencyKey) {
        var name = request.name() == null ? ModelAddress.localName(request.repository()) : request.name();
        if (models.isBuiltIn(name) || name.equals(RESERVED)) {
            throw new ProblemException(ProblemCode.NAME_TAKEN, "No model can be called \"%s\" here.".formatted(name));
        }
        var key = submissions.key(idempotencyKey, "POST /v1/models/downloads", request);
        var input = Inputs.of(request);
        input.remove(List.of("after", "priority", "deadline"));
        input.put("name", name);
        var labels = new HashMap<>(Map.of(Models.LABEL, name, "repository", request.repository()));
        return names.register(Registration.Type.MODEL, name, submissions.newId(), key, job -> {
                    var draft = new Draft(job, Kind.MODEL_PULL, input, labels);
                    return submissions.submit(List.of(draft), request, key);
                })
                .getFirst();
    }

    /** Newest first. */
    PageView<DownloadView> list(PageRequest request) {
        var page = jobs.list(JobFilter.ofKind(Kind.MODEL_PULL.wire()), request, job -> job);
        var files = client.files(page.data().stream().map(Job::id).toList());
        return new PageView<>(page.data().stream().map(job -> view(job, files)).toList(), page.next());
    }

    DownloadView read(UUID id) {
        var job = jobs.get(id, Kind.MODEL_PULL.wire(), "download");
        return view(job, client.files(List.of(id)));
    }

    private static DownloadView view(Job job, Optional<Map<UUID, List<DownloadedFile>>> files) {
        return DownloadView.of(job, files.map(known -> known.getOrDefault(job.id(), List.of())));
    }
}
