package dev.cadwright.gateway.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cad.NearestName;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Inputs;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.job.References;
import dev.cadwright.gateway.name.Dependencies;
import dev.cadwright.gateway.name.Names;
import dev.cadwright.gateway.name.Registration;
import dev.cadwright.gateway.page.Cursor;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models to start from and to generate with: built in, made by a training, or pulled from a hub. */
@ApplicationScoped
public class Models {
    /** Label of every job that concerns a model: its name. */
    public static final String LABEL = "model";

    /** What stands between a model's name and the step of one of its checkpoints. */
    private static final String CHECKPOINT = ":ckpt-step-";

    private static final int LISTED = 1000;

    private final BuiltInModels builtIn;
    private final Names names;

    Models(BuiltInModels builtIn, Names names) {
        this.builtIn = builtIn;
        this.names = names;
    }

    /** The name of a checkpoint of a trained model. */
    public static String checkpointName(String model, long step) {
        return model + CHECKPOINT + step;
    }

    /** A model that a request may use, and what stands for it in a job's input; {@code training} makes or pulls it. */
    public record Usable(String name, ObjectNode source, Optional<Job> training) {}

    /** The model that a request's field names: built in, trained, or in training. */
    public Usable require(String name, String pointer) {
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

    /** The training that makes a model, by the model's or its checkpoint's name; none for a built-in one. */
    public Optional<Job> training(String name) {
        int mark = name.indexOf(CHECKPOINT);
        return isBuiltIn(name) ? Optional.empty() : trained(mark < 0 ? name : name.substring(0, mark));
    }

    public boolean isBuiltIn(String name) {
        return builtIn.find(name).isPresent();
    }

    Optional<ModelView> view(String name) {
        return builtIn.find(name).map(ModelView::of).or(() -> trained(name).flatMap(job -> ModelView.of(name, job)));
    }

    /** Built-in models, then those that trainings have made or that were pulled, newest first. */
    List<ModelView> list() {
        var trained = names.page(Registration.Type.MODEL, Cursor.decode(null), LISTED).stream()
                .flatMap(named ->
                        named.job().stream().flatMap(job -> ModelView.of(named.registration().name, job).stream()));
        return Stream.concat(builtIn.list().stream().map(ModelView::of), trained)
                .toList();
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
