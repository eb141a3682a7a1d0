package dev.cadwright.neural.generate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.BlockTokens;
import dev.cadwright.neural.nano.NanoConfiguration;
import dev.cadwright.neural.nano.NanoDecoding;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes programs for point clouds. Where none of the candidates asked for is a solid, a few more are sampled, so that
 * a single greedy program that crosses itself is not the last word. Not thread-safe, and loads libtorch: only in a
 * process that may die.
 */
public final class Generator {
    private static final int MOST_ROWS = 128;
    private static final int SPARE_CANDIDATES = 4;
    private static final double SPARE_TEMPERATURE = 0.7;
    /** A little beyond the normalised cube is noise; far beyond it the cloud is in another scale. */
    private static final double FARTHEST = 1.5;

    private final NanoModel model;
    private final NDManager manager;

    public Generator(NDManager manager, NanoModel model) {
        this.manager = manager;
        this.model = model;
    }

    public List<ShapeGeneration> generate(GenerationRequest request) {
        List<ShapeGeneration> all = new ArrayList<>();
        generate(request, all::add);
        return all;
    }

    /**
     * Programs for every cloud of the request, in its order, passed on as they are done.
     *
     * @throws NeuralException {@code bad_points} if a cloud has the wrong number of points or leaves the cube
     */
    public void generate(GenerationRequest request, Consumer<ShapeGeneration> done) {
        request.clouds().forEach(this::requireCloud);
        int together = Math.max(1, MOST_ROWS / Math.max(SPARE_CANDIDATES, request.candidates()));
        for (int first = 0; first < request.clouds().size(); first += together) {
            int last = Math.min(request.clouds().size(), first + together);
            List<ShapeDraft> drafts = new ArrayList<>();
            for (int i = first; i < last; i++) {
                drafts.add(new ShapeDraft(i, request));
            }
            long started = System.nanoTime();
            write(request, drafts, 0, request.candidates(), Optional.empty());
            Sampler spare = new Sampler(SPARE_TEMPERATURE, request.topK(), request.topP());
            List<ShapeDraft> failed =
                    drafts.stream().filter(draft -> !draft.usable()).toList();
            write(request, failed, request.candidates(), SPARE_CANDIDATES, Optional.of(spare));
            double seconds = (System.nanoTime() - started) / 1e9 / drafts.size();
            drafts.forEach(draft -> done.accept(draft.choose(seconds)));
        }
    }

    /** Adds candidates to drafts, numbered from {@code firstNumber}. */
    private void write(
            GenerationRequest request,
            List<ShapeDraft> drafts,
            int firstNumber,
            int candidates,
            Optional<Sampler> sampler) {
        if (drafts.isEmpty()) {
            return;
        }
        TorchRuntime.recordGradients(false);
        try (NDManager scope = manager.newSubManager()) {
            List<WrittenProgram> rows = new ArrayList<>();
            for (ShapeDraft draft : drafts) {
                for (int number = firstNumber; number < firstNumber + candidates; number++) {
                    rows.add(new WrittenProgram(request, draft.cloud(), number, sampler));
                }
            }
            write(model.decode(scope, tensor(scope, drafts), candidates), rows, request.maxTokens());
            for (int row = 0; row < rows.size(); row++) {
                drafts.get(row / candidates).add(rows.get(row));
            }
        }
    }

    private void write(NanoDecoding decoding, List<WrittenProgram> rows, int maxTokens) {
        int limit = Math.min(maxTokens, model.configuration().maxTokens());
        long[] tokens = new long[rows.size()];
        Arrays.fill(tokens, BlockTokens.START);
        for (int step = 0; step < limit && rows.stream().anyMatch(row -> !row.done()); step++) {
            float[] logits = decoding.step(tokens);
            for (int row = 0; row < tokens.length; row++) {
                tokens[row] = rows.get(row).next(logits, row * BlockTokens.VOCABULARY);
            }
        }
    }

    private NDArray tensor(NDManager scope, List<ShapeDraft> drafts) {
        NanoConfiguration c = model.configuration();
        int width = 3 * c.points();
        float[] points = new float[drafts.size() * width];
        for (int i = 0; i < drafts.size(); i++) {
            System.arraycopy(drafts.get(i).cloud(), 0, points, i * width, width);
        }
        return scope.create(points, new Shape(drafts.size(), c.points(), 3));
    }

    private void requireCloud(float[] cloud) {
        int points = model.configuration().points();
        if (cloud.length != 3 * points) {
            throw new NeuralException(
                    "bad_points", "a cloud must have " + points + " points, not " + cloud.length / 3.0);
        }
        for (float value : cloud) {
            if (!(Math.abs(value) <= FARTHEST)) {
                throw new NeuralException("bad_points", "points must lie in [-1, 1], not at " + value);
            }
        }
    }
}
