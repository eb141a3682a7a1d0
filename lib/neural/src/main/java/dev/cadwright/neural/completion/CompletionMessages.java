package dev.cadwright.neural.completion;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The lines between the process that writes and whoever started it. */
final class CompletionMessages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CompletionMessages() {}

    /** What the process is told. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Write.class, name = "write"),
        @JsonSubTypes.Type(value = WriteTensors.class, name = "write_tensors"),
        @JsonSubTypes.Type(value = Cancel.class, name = "cancel")
    })
    sealed interface Ask {}

    record Write(List<Said> prompts, CompletionSettings settings, boolean pieces) implements Ask {}

    /** @param file safetensors file with the rows of the prompts */
    record WriteTensors(String file, CompletionSettings settings, boolean pieces) implements Ask {}

    /** Ends what is being written, within a token. */
    record Cancel() implements Ask {}

    /** @param points base64 of little-endian triples in single precision, or null */
    record Said(String text, String system, boolean raw, String points, List<String> images) {
        static Said of(Prompt prompt) {
            return new Said(
                    prompt.text().orElse(null),
                    prompt.system().orElse(null),
                    prompt.raw(),
                    prompt.points().map(CompletionMessages::encoded).orElse(null),
                    prompt.images().stream()
                            .map(image -> image.toAbsolutePath().toString())
                            .toList());
        }

        Prompt prompt() {
            return new Prompt(
                    Optional.ofNullable(text),
                    Optional.ofNullable(system),
                    raw,
                    Optional.ofNullable(points).map(CompletionMessages::decoded),
                    images.stream().map(Path::of).toList());
        }
    }

    /** What the process answers: first that it is ready, then for each request what it writes, and an end. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Piece.class, name = "piece"),
        @JsonSubTypes.Type(value = Written.class, name = "written"),
        @JsonSubTypes.Type(value = Unusable.class, name = "unusable"),
        @JsonSubTypes.Type(value = Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = Done.class, name = "done"),
        @JsonSubTypes.Type(value = Refused.class, name = "refused")
    })
    sealed interface Answer {}

    record Ready(ModelAbilities abilities) implements Answer {}

    record Piece(int prompt, int sample, String text) implements Answer {}

    record Written(Completion completion) implements Answer {}

    record Unusable(int prompt, String code, String message) implements Answer {}

    record Progress(long tokens, int prompts) implements Answer {}

    record Done(boolean cancelled) implements Answer {}

    record Refused(String code, String message) implements Answer {}

    static String line(Ask ask) {
        return written(ask, Ask.class);
    }

    static String line(Answer answer) {
        return written(answer, Answer.class);
    }

    private static String written(Object message, Class<?> type) {
        try {
            return MAPPER.writerFor(type).writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws NeuralException {@code bad_request}, or what the settings refuse */
    static Ask ask(String line) {
        try {
            return MAPPER.readValue(line, Ask.class);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof NeuralException refused
                    ? refused
                    : new NeuralException("bad_request", String.valueOf(e.getOriginalMessage()), e);
        }
    }

    static Answer answer(String line) {
        try {
            return MAPPER.readValue(line, Answer.class);
        } catch (JsonProcessingException e) {
            throw new NeuralException("broken_protocol", "the process answered no JSON", e);
        }
    }

    private static String encoded(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] decoded(String text) {
        FloatBuffer floats = ByteBuffer.wrap(Base64.getDecoder().decode(text))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        return values;
    }
}
