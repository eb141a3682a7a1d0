package dev.cadwright.neural.completion;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.decoding.BeamSearch;
import dev.cadwright.neural.decoding.BeamSettings;
import dev.cadwright.neural.decoding.DecodingRequest;
import dev.cadwright.neural.decoding.FinishReason;
import dev.cadwright.neural.decoding.LogProbabilities;
import dev.cadwright.neural.decoding.Sampling;
import dev.cadwright.neural.decoding.TextGenerator;
import dev.cadwright.neural.model.CausalInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Writes the texts of some rows, in the order of their numbers. */
final class Writer {
    private static final double NANOSECONDS = 1e9;
    private static final long BETWEEN_REPORTS = 200_000_000;

    private final LoadedModel loaded;
    private final CompletionSettings settings;
    private final CompletionListener listener;
    private final boolean pieces;
    private final BooleanSupplier cancelled;
    private final Set<Integer> ends;
    private long tokens;
    private int prompts;
    private long reported = System.nanoTime();

    Writer(
            LoadedModel loaded,
            CompletionSettings settings,
            CompletionListener listener,
            boolean pieces,
            BooleanSupplier cancelled) {
        this.loaded = loaded;
        this.settings = settings;
        this.listener = listener;
        this.pieces = pieces;
        this.cancelled = cancelled;
        this.ends = settings.ignoreEnd() ? Set.of() : loaded.ends(settings.endTokens());
    }

    /** A row and the number of its prompt. */
    record Numbered(int prompt, PromptRow row) {}

    /** One text while it is written. */
    private static final class Draft {
        private final int prompt;
        private final int sample;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> ids = new ArrayList<>();
        private final List<LogProbabilities> likely = new ArrayList<>();
        private Optional<FinishReason> finish = Optional.empty();
        private double seconds;
        private boolean told;

        private Draft(int prompt, int sample) {
            this.prompt = prompt;
            this.sample = sample;
        }

        private void add(TextGenerator.Piece piece, double elapsed) {
            ids.add(piece.token());
            text.append(piece.text());
            piece.logProbabilities().ifPresent(likely::add);
            finish = piece.finish();
            seconds = elapsed;
        }

        private Completion completion() {
            String reason = finish.orElseThrow().name().toLowerCase(Locale.ROOT);
            return new Completion(prompt, sample, text.toString(), ids, reason, seconds, 0, likely);
        }
    }

    /** Rows that a batch may hold: all samples of a prompt are written together. */
    int together() {
        return Math.max(1, settings.batch() / settings.samples());
    }

    void write(List<Numbered> rows) {
        if (settings.beams() > 1) {
            rows.forEach(this::search);
        } else {
            sample(rows);
        }
    }

    private void sample(List<Numbered> rows) {
        long start = System.nanoTime();
        List<Draft> drafts = new ArrayList<>();
        List<DecodingRequest> requests = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int sample = 0; sample < settings.samples(); sample++) {
                drafts.add(new Draft(rows.get(row).prompt(), sample));
                requests.add(request(row, sample, rows.get(row).row()));
            }
        }
        int longest = rows.stream().mapToInt(row -> row.row().length()).max().orElseThrow();
        int most = requests.stream().mapToInt(DecodingRequest::maximum).max().orElseThrow();
        loaded.requireRoom(requests.size(), (long) longest + most);
        try (NDManager scope = loaded.model().manager().newSubManager()) {
            CausalInput input = RowBatch.of(
                    loaded.model(), scope, rows.stream().map(Numbered::row).toList());
            try (TextGenerator generator =
                    TextGenerator.start(loaded.model(), loaded.tokenizer(), input, requests, settings.stops())) {
                while (!generator.finished() && !cancelled.getAsBoolean()) {
                    for (TextGenerator.Piece piece : generator.step()) {
                        Draft draft = drafts.get(piece.request());
                        draft.add(piece, (System.nanoTime() - start) / NANOSECONDS);
                        tell(draft, piece);
                    }
                    tellInOrder(drafts);
                    report();
                }
            }
        }
        prompts += rows.size();
    }

    private DecodingRequest request(int prompt, int sample, PromptRow row) {
        boolean greedy = settings.firstGreedy() && sample == 0;
        Sampling sampling =
                greedy ? new Sampling(0, 0, 1, 0, settings.sampling().repetitionPenalty()) : settings.sampling();
        return new DecodingRequest(
                prompt,
                sampling,
                settings.seed() ^ row.fingerprint(),
                sample,
                loaded.most(settings.maxTokens(), row.length()),
                ends,
                settings.logProbabilities() ? Optional.of(settings.alternatives()) : Optional.empty(),
                Optional.empty());
    }

    private void tell(Draft draft, TextGenerator.Piece piece) {
        tokens++;
        if (pieces && !piece.text().isEmpty()) {
            listener.piece(draft.prompt, draft.sample, piece.text());
        }
    }

    /** What is done is told as soon as all before it is. */
    private void tellInOrder(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.finish.isEmpty()) {
                return;
            }
            if (!draft.told) {
                draft.told = true;
                listener.written(draft.completion());
            }
        }
    }

    private void report() {
        if (System.nanoTime() - reported >= BETWEEN_REPORTS) {
            reported = System.nanoTime();
            listener.progress(tokens, prompts);
        }
    }

    private void search(Numbered numbered) {
        if (cancelled.getAsBoolean()) {
            return;
        }
        long start = System.nanoTime();
        List<BeamSearch.Beam> beams;
        try (NDManager scope = loaded.model().manager().newSubManager()) {
            beams = BeamSearch.search(
                    loaded.model(),
                    RowBatch.of(loaded.model(), scope, List.of(numbered.row())),
                    new BeamSettings(
                            settings.beams(),
                            settings.samples(),
                            loaded.most(settings.maxTokens(), numbered.row().length()),
                            ends,
                            settings.lengthPenalty(),
                            BeamSettings.Patience.SOME),
                    cancelled);
        }
        if (cancelled.getAsBoolean()) {
            return;
        }
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        for (int i = 0; i < beams.size(); i++) {
            tokens += beams.get(i).tokens().length;
            listener.written(completion(numbered.prompt(), i, beams.get(i), seconds));
        }
        prompts++;
        report();
    }

    private Completion completion(int prompt, int sample, BeamSearch.Beam beam, double seconds) {
        List<Integer> ids = Arrays.stream(beam.tokens()).boxed().toList();
        boolean ended = beam.finish() == FinishReason.STOP;
        int[] told = Arrays.copyOf(beam.tokens(), beam.tokens().length - (ended ? 1 : 0));
        String text = loaded.tokenizer()
                .map(tokenizer -> tokenizer.decode(told, true))
                .orElse("");
        return new Completion(
                prompt,
                sample,
                text,
                ids,
                beam.finish().name().toLowerCase(Locale.ROOT),
                seconds,
                beam.score(),
                List.of());
    }
}
