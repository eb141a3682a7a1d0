package dev.cadwright.gateway.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cad.NearestName;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.job.References;
import dev.cadwright.gateway.name.Dependencies;
import dev.cadwright.gateway.name.Names;
import dev.cadwright.gateway.name.Registration;
import dev.cadwright.gateway.page.Cursor;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.hub.ModelAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models to start from and to generate with: built in, made by a training, or pulled from a hub. */
@ApplicationScoped
public class Models {
    /** Label of every job that concerns a model: its name. */
    public static final String LABEL = "model";

    /** Label of a job that a model's adapter takes part in: the model's name. */
    public static final String ADAPTER = "adapter";

    /** Label of a training: the model that it started from. */
    public static final String BASE = "base";

    /** What follows a model's name where its adapter alone is meant. */
    static final String ADAPTER_ALONE = ":adapter";

    /** What stands between a model's name and the step of one of its checkpoints. */
    private static final String CHECKPOINT = ":ckpt-step-";

    private static final int LISTED = 1000;

    private final BuiltInModels builtIn;
    private final Names names;
    private final ModelUses uses;

    Models(BuiltInModels builtIn, Names names, ModelUses uses) {
        this.builtIn = builtIn;
        this.names = names;
        this.uses = uses;
    }

    /** The name of a checkpoint of a trained model. */
    public static String checkpointName(String model, long step) {
        return model + CHECKPOINT + step;
    }

    /** A model that a request may use, and what stands for it in a job's input; {@code training} makes or pulls it. */
    public record Usable(String name, ObjectNode source, Optional<Job> training) {}

    /** The model that a request's field names: built in, trained, or in training. */
    public Usable require(String called, String pointer) {
        String name = called.contains("/") ? ModelAddress.localName(called) : called;
        if (builtIn.find(name).isPresent()) {
            return new Usable(name, Inputs.empty().put("name", name), Optional.empty());
        }
        int mark = name.indexOf(CHECKPOINT);
        var trained = trained(mark < 0 ? name : name.substring(0, mark));
        if (trained.isEmpty()) {
            throw unknown(name, pointer);
        }
        var job = Dependencies.require(trained.get(), pointer, "model \"" + name + "\"");
        var source = mark < 0
                ? References.to(job.id(), "/model")
                : checkpoint(job, name, name.substring(mark + CHECKPOINT.length()))
                        .orElseThrow(() -> unknown(name, pointer));
        return new Usable(name, source, Optional.of(job));
    }

    /** The adapter that a training makes beside a model, or that was pulled as one. */
    public Usable requireAdapter(String called, String pointer) {
        String name =
                called.endsWith(ADAPTER_ALONE) ? called.substring(0, called.length() - ADAPTER_ALONE.length()) : called;
        var job = trained(name).orElseThrow(() -> unknown(called, pointer));
        Dependencies.require(job, pointer, "adapter \"" + name + "\"");
        boolean pulled = job.kind().equals(JobKinds.MODEL_PULL);
        boolean without = job.state() == JobState.SUCCEEDED
                && !pulled
                && !Outputs.at(job, "/adapter/files").isObject();
        if (without) {
            throw ProblemException.invalid(
                    pointer,
                    "no_adapter",
                    "The model \"%s\" has no adapter.".formatted(name),
                    "Train with method lora.");
        }
        return new Usable(name, References.to(job.id(), pulled ? "/model" : "/adapter"), Optional.of(job));
    }

    /** The training that makes a model, by the model's or its checkpoint's name; none for a built-in one. */
    public Optional<Job> training(String name) {
        int mark = name.indexOf(CHECKPOINT);
        return isBuiltIn(name) ? Optional.empty() : trained(mark < 0 ? name : name.substring(0, mark));
    }

    public boolean isBuiltIn(String name) {
        return builtIn.find(name).isPresent();
    }

    Optional<ModelView> view(String name) {
        if (name.endsWith(ADAPTER_ALONE)) {
            var model = name.substring(0, name.length() - ADAPTER_ALONE.length());
            return trained(model).flatMap(job -> ModelView.ofAdapter(model, job));
        }
        return builtIn.find(name).map(ModelView::of).or(() -> trained(name).flatMap(job -> ModelView.of(name, job)));
    }

    /**
     * Forgets a model; its name is free again. What was made of it stays.
     *
     * @throws ProblemException {@link ProblemCode#NOT_READY} while jobs use it or adapters build on it
     */
    void delete(String name) {
        if (isBuiltIn(name)) {
            throw inUse(name, "came with this installation");
        }
        var named = names.find(Registration.Type.MODEL, name)
                .filter(found -> found.registration().name.equals(name))
                .orElseThrow(() -> ProblemException.notFound("There is no model \"%s\".".formatted(name)));
        named.job().filter(job -> !job.state().isFinal()).ifPresent(job -> {
            throw inUse(name, "is being made by job " + job.id());
        });
        uses.of(name).ifPresent(job -> {
            throw inUse(name, "is used by job " + job.id());
        });
        adapterOn(name).ifPresent(adapter -> {
            throw inUse(name, "is what the adapter \"%s\" builds on".formatted(adapter));
        });
        names.release(named.registration().jobId);
    }

    private static ProblemException inUse(String name, String why) {
        return new ProblemException(ProblemCode.NOT_READY, "The model \"%s\" %s.".formatted(name, why));
    }

    private Optional<String> adapterOn(String base) {
        return list().stream()
                .filter(view -> view.type().equals("adapter") && base.equals(view.base()))
                .map(ModelView::id)
                .findFirst();
    }

    /** Built-in models, then those that trainings have made or that were pulled, newest first. */
    List<ModelView> list() {
        var trained = names.page(Registration.Type.MODEL, Cursor.decode(null), LISTED).stream()
                .flatMap(named -> named.job().stream().flatMap(job -> views(named.registration().name, job)));
        return Stream.concat(builtIn.list().stream().map(ModelView::of), trained)
                .toList();
    }

    private static Stream<ModelView> views(String name, Job job) {
        return Stream.concat(ModelView.of(name, job).stream(), ModelView.ofAdapter(name, job).stream());
    }

    private Optional<Job> trained(String name) {
        return names.find(Registration.Type.MODEL, name).flatMap(Names.Named::job);
    }

    private static Optional<ObjectNode> checkpoint(Job job, String name, String step) {
        for (var checkpoint : Outputs.at(job, "/checkpoints")) {
            if (checkpoint.path("step").asText().equals(step)
                    && checkpoint.path("files").isObject()) {
                var source = Inputs.empty().put("name", name.replace(':', '.'));
                source.set("files", checkpoint.get("files"));
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private ProblemException unknown(String name, String pointer) {
        var known = list().stream().map(ModelView::id).toList();
        var hint = NearestName.of(name, known)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("GET /v1/models lists those there are.");
        return ProblemException.invalid(pointer, "unknown_model", "There is no model \"%s\".".formatted(name), hint);
    }
}
