package dev.cadwright.neural.decoding;

import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.tokenizer.DecodeStream;
import dev.cadwright.neural.tokenizer.StopStrings;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes texts token by token: what {@link BatchDecoder} does, with the tokens as text that never ends within a
 * character, and with strings that end a text. Not safe for use by several threads.
 */
public final class TextGenerator implements AutoCloseable {
    private final BatchDecoder decoder;
    private final List<Stream> streams = new ArrayList<>();

    private static final class Stream {
        private final Optional<DecodeStream> text;
        private final StopStrings stops;

        private Stream(Optional<DecodeStream> text, StopStrings stops) {
            this.text = text;
            this.stops = stops;
        }

        private String append(int token) {
            return text.map(known -> stops.append(known.append(token))).orElse("");
        }

        private String finish() {
            return text.map(known -> stops.append(known.finish())).orElse("");
        }
    }

    /**
     * What one token adds to a text.
     *
     * @param text may be empty: half a character, or what may be the beginning of a stop string
     * @param finish why the text ends, if it does; a token that ends it is not part of the text
     */
    public record Piece(
            int request,
            int token,
            String text,
            Optional<LogProbabilities> logProbabilities,
            Optional<FinishReason> finish) {}

    private TextGenerator(BatchDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * @param prompts one or more rows, padded on the left
     * @param stops strings that end a text and are not part of it
     */
    public static TextGenerator start(
            Model model, Tokenizer tokenizer, CausalInput prompts, List<DecodingRequest> requests, List<String> stops) {
        return start(model, Optional.of(tokenizer), prompts, requests, stops);
    }

    /** The same for a model that may have no tokenizer: its texts are empty, and no string stops them. */
    public static TextGenerator start(
            Model model,
            Optional<Tokenizer> tokenizer,
            CausalInput prompts,
            List<DecodingRequest> requests,
            List<String> stops) {
        TextGenerator generator = new TextGenerator(BatchDecoder.start(model, prompts, requests));
        for (int i = 0; i < requests.size(); i++) {
            Optional<DecodeStream> text = tokenizer.map(known -> known.stream(true));
            generator.streams.add(new Stream(text, new StopStrings(stops)));
        }
        return generator;
    }

    public boolean finished() {
        return decoder.finished();
    }

    /** Ends the text of a request. */
    public void stop(int request) {
        decoder.stop(request);
    }

    /** One more token of each text that has not ended. */
    public List<Piece> step() {
        return decoder.step().stream().map(this::piece).toList();
    }

    private Piece piece(DecodedToken decoded) {
        Stream stream = streams.get(decoded.request());
        boolean ends = decoded.finish().filter(FinishReason.STOP::equals).isPresent();
        StringBuilder text = new StringBuilder(ends ? "" : stream.append(decoded.token()));
        Optional<FinishReason> finish = decoded.finish();
        if (finish.isPresent() && stream.stops.found().isEmpty()) {
            text.append(stream.finish());
            text.append(stream.stops.found().isPresent() ? "" : stream.stops.finish());
        }
        if (stream.stops.found().isPresent()) {
            finish = Optional.of(FinishReason.STOP);
            decoder.stop(decoded.request());
        }
        return new Piece(decoded.request(), decoded.token(), text.toString(), decoded.logProbabilities(), finish);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
