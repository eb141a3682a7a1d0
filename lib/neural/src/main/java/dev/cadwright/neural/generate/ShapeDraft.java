package dev.cadwright.neural.generate;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The candidates of one cloud as they come in, and the choice between them. */
final class ShapeDraft {
    private final int index;
    private final GenerationRequest request;
    private final CloudFit fit;
    private final List<Candidate> candidates = new ArrayList<>();

    ShapeDraft(int index, GenerationRequest request) {
        this.index = index;
        this.request = request;
        this.fit = new CloudFit(cloud(index, request));
    }

    float[] cloud() {
        return cloud(index, request);
    }

    boolean usable() {
        return candidates.stream().anyMatch(Candidate::usable);
    }

    void add(WrittenProgram written) {
        String finish = written.done() ? "stop" : "length";
        candidates.add(
                switch (BlockTokens.decode(written.tokens())) {
                    case BlockTokens.Decoded.Malformed malformed ->
                        new Candidate(
                                written.ids(),
                                Optional.empty(),
                                finish,
                                "token " + malformed.position() + ": " + malformed.reason(),
                                Double.POSITIVE_INFINITY);
                    case BlockTokens.Decoded.Program program -> candidate(written.ids(), program.program(), finish);
                });
    }

    ShapeGeneration choose(double writingSeconds) {
        long started = System.nanoTime();
        int chosen = best();
        Candidate answer = candidates.get(chosen);
        Optional<Candidate> refined = request.refine() && answer.usable()
                ? Refinement.improve(answer.program().orElseThrow(), fit).map(program -> refined(answer, program))
                : Optional.empty();
        double seconds = writingSeconds + (System.nanoTime() - started) / 1e9;
        return new ShapeGeneration(index, candidates, chosen, refined, seconds);
    }

    private Candidate refined(Candidate before, BlockProgram program) {
        int[] tokens = BlockTokens.encode(program);
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < tokens.length - 1; i++) {
            ids.add(tokens[i]);
        }
        return candidate(ids, program, before.finishReason());
    }

    private Candidate candidate(List<Integer> ids, BlockProgram program, String finish) {
        return switch (BlockSolid.of(program)) {
            case BlockExecution.Refused refused ->
                new Candidate(ids, Optional.of(program), finish, refused.reason(), Double.POSITIVE_INFINITY);
            case BlockExecution.Built built ->
                new Candidate(
                        ids,
                        Optional.of(program),
                        finish,
                        "",
                        measured() ? fit.distance(built.solid()) : Double.POSITIVE_INFINITY);
        };
    }

    private boolean measured() {
        return request.selection() == Selection.INPUT || request.refine();
    }

    private int best() {
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).usable() && (best < 0 || preferred(candidates.get(i), candidates.get(best)))) {
                best = i;
            }
        }
        return Math.max(best, 0);
    }

    private boolean preferred(Candidate later, Candidate earlier) {
        return switch (request.selection()) {
            case FIRST -> false;
            case INPUT -> later.distance() < earlier.distance();
        };
    }

    private static float[] cloud(int index, GenerationRequest request) {
        return request.clouds().get(index);
    }
}
