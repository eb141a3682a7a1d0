package dev.cadwright.neural.generate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.BlockTokens;
import dev.cadwright.neural.nano.NanoConfiguration;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes programs for point clouds. Not thread-safe, and loads libtorch: only in a process that may die. */
public final class Generator {
    private static final int MOST_ROWS = 128;

    private final NanoModel model;
    private final NDManager manager;

    public Generator(NDManager manager, NanoModel model) {
        this.manager = manager;
        this.model = model;
    }

    /**
     * Programs for every cloud of the request, in its order, as they are done.
     *
     * @throws NeuralException {@code bad_points} if a cloud has the wrong number of points or leaves the cube
     */
    public void generate(GenerationRequest request, Consumer<ShapeGeneration> done) {
        request.clouds().forEach(this::requireCloud);
        int together = Math.max(1, MOST_ROWS / request.candidates());
        for (int first = 0; first < request.clouds().size(); first += together) {
            int last = Math.min(request.clouds().size(), first + together);
            long started = System.nanoTime();
            List<List<WrittenProgram>> written = write(request, request.clouds().subList(first, last));
            double seconds = (System.nanoTime() - started) / 1e9 / (last - first);
            for (int i = first; i < last; i++) {
                done.accept(choose(request, i, written.get(i - first), seconds));
            }
        }
    }

    public List<ShapeGeneration> generate(GenerationRequest request) {
        List<ShapeGeneration> all = new ArrayList<>();
        generate(request, all::add);
        return all;
    }

    private void requireCloud(float[] cloud) {
        int points = model.configuration().points();
        if (cloud.length != 3 * points) {
            throw new NeuralException(
                    "bad_points", "a cloud must have " + points + " points, not " + cloud.length / 3.0);
        }
        for (float value : cloud) {
            if (!(Math.abs(value) <= 1.5)) {
                throw new NeuralException("bad_points", "points must lie in [-1, 1], not at " + value);
            }
        }
    }

    private List<List<WrittenProgram>> write(GenerationRequest request, List<float[]> clouds) {
        TorchRuntime.recordGradients(false);
        try (NDManager scope = manager.newSubManager()) {
            var decoding = model.decode(scope, tensor(scope, clouds), request.candidates());
            List<WrittenProgram> rows = new ArrayList<>();
            for (float[] cloud : clouds) {
                for (int candidate = 0; candidate < request.candidates(); candidate++) {
                    rows.add(new WrittenProgram(request, cloud, candidate));
                }
            }
            int limit = Math.min(request.maxTokens(), model.configuration().maxTokens());
            long[] tokens = new long[rows.size()];
            java.util.Arrays.fill(tokens, BlockTokens.START);
            for (int step = 0; step < limit && rows.stream().anyMatch(row -> !row.done()); step++) {
                float[] logits = decoding.step(tokens);
                for (int row = 0; row < tokens.length; row++) {
                    tokens[row] = rows.get(row).next(logits, row * BlockTokens.VOCABULARY);
                }
            }
            List<List<WrittenProgram>> byCloud = new ArrayList<>();
            for (int i = 0; i < clouds.size(); i++) {
                byCloud.add(rows.subList(i * request.candidates(), (i + 1) * request.candidates()));
            }
            return byCloud;
        }
    }

    private NDArray tensor(NDManager scope, List<float[]> clouds) {
        NanoConfiguration c = model.configuration();
        float[] points = new float[clouds.size() * c.points() * 3];
        for (int i = 0; i < clouds.size(); i++) {
            System.arraycopy(clouds.get(i), 0, points, i * c.points() * 3, c.points() * 3);
        }
        return scope.create(points, new Shape(clouds.size(), c.points(), 3));
    }

    private static ShapeGeneration choose(
            GenerationRequest request, int index, List<WrittenProgram> written, double writingSeconds) {
        long started = System.nanoTime();
        CloudFit fit = new CloudFit(request.clouds().get(index));
        boolean measure = request.selection() == Selection.INPUT || request.refine();
        List<Candidate> candidates = new ArrayList<>();
        for (WrittenProgram program : written) {
            candidates.add(candidate(program, fit, measure));
        }
        int chosen = best(candidates, request.selection());
        Optional<Candidate> refined = request.refine() && candidates.get(chosen).usable()
                ? Refinement.improve(candidates.get(chosen), fit)
                : Optional.empty();
        double seconds = writingSeconds + (System.nanoTime() - started) / 1e9;
        return new ShapeGeneration(index, candidates, chosen, refined, seconds);
    }

    private static Candidate candidate(WrittenProgram written, CloudFit fit, boolean measure) {
        String finish = written.done() ? "stop" : "length";
        return switch (BlockTokens.decode(written.tokens())) {
            case BlockTokens.Decoded.Malformed malformed ->
                new Candidate(
                        written.ids(),
                        Optional.empty(),
                        finish,
                        "token " + malformed.position() + ": " + malformed.reason(),
                        Double.POSITIVE_INFINITY);
            case BlockTokens.Decoded.Program program -> built(written, program.program(), finish, fit, measure);
        };
    }

    private static Candidate built(
            WrittenProgram written, BlockProgram program, String finish, CloudFit fit, boolean measure) {
        return switch (BlockSolid.of(program)) {
            case BlockExecution.Refused refused ->
                new Candidate(written.ids(), Optional.of(program), finish, refused.reason(), Double.POSITIVE_INFINITY);
            case BlockExecution.Built built ->
                new Candidate(
                        written.ids(),
                        Optional.of(program),
                        finish,
                        "",
                        measure ? fit.distance(built.solid()) : Double.POSITIVE_INFINITY);
        };
    }

    private static int best(List<Candidate> candidates, Selection selection) {
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            boolean nearer = best >= 0
                    && selection == Selection.INPUT
                    && candidates.get(i).distance() < candidates.get(best).distance();
            if (candidates.get(i).usable() && (best < 0 || nearer)) {
                best = i;
            }
        }
        return Math.max(best, 0);
    }
}
