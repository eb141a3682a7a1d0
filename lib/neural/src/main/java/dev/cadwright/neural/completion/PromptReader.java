package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.tokenizer.ChatOptions;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a person asks into what a model reads, as the authors of each family do. */
final class PromptReader {
    /** What CAD-Recode's programs begin with, in place of a question. */
    private static final String CLOUD_BEGIN = "<|im_start|>";

    /** What cadrille is always asked. */
    private static final String CADRILLE_TEXT = "Generate cadquery code";

    private final Model model;
    private final ModelKind kind;
    private final Optional<Tokenizer> tokenizer;
    private final Pictures pictures;

    PromptReader(Model model, Optional<Tokenizer> tokenizer) {
        this.model = model;
        this.kind = ModelKind.of(model);
        this.tokenizer = tokenizer;
        this.pictures = Pictures.of(model, kind, tokenizer);
    }

    /** @throws NeuralException with why the model cannot read it, such as {@code bad_prompt} or {@code bad_image} */
    PromptRow read(Prompt prompt) {
        requireFitting(prompt);
        if (kind == ModelKind.CLOUD) {
            return CloudPrompt.row(configuration(), cloud(prompt), cloudText(prompt));
        }
        Pictures.Seen seen = pictures.read(prompt.images());
        long[] text = seen.expand(pictures.ids(tokenizer(), written(prompt), addsSpecial(prompt)));
        Map<String, MediaArray> media = new LinkedHashMap<>(seen.media());
        if (prompt.points().isEmpty()) {
            return PromptRow.of(text, media);
        }
        MediaArray cloud = cloud(prompt);
        media.put("point_clouds", cloud);
        return PromptRow.of(behindPoints(text, Math.toIntExact(cloud.shape()[1])), media);
    }

    private void requireFitting(Prompt prompt) {
        if (prompt.points().isPresent() && !kind.points()) {
            throw bad("this model reads no points");
        }
        if (!prompt.images().isEmpty() && !kind.sees()) {
            throw bad("this model reads no pictures");
        }
        if (kind == ModelKind.CLOUD && prompt.points().isEmpty()) {
            throw bad("this model goes on from points alone; give a cloud");
        }
        if (prompt.points().isPresent() && !prompt.images().isEmpty()) {
            throw bad("either points or pictures, not both");
        }
        boolean ownText = kind == ModelKind.CLOUD || kind == ModelKind.CLOUD_OR_PATCHES;
        if (prompt.text().isEmpty() && !ownText) {
            throw bad("a text is needed" + (prompt.images().isEmpty() ? "" : " beside the pictures"));
        }
    }

    private MediaArray cloud(Prompt prompt) {
        float[] triples = prompt.points().orElseThrow();
        int points = CloudPrompt.points(configuration());
        if (triples.length != 3 * points) {
            throw bad("a cloud has " + points + " points here, not " + triples.length / 3.0);
        }
        for (float value : triples) {
            if (!Float.isFinite(value)) {
                throw bad("the cloud holds numbers that are not finite");
            }
        }
        return CloudPrompt.cloud(triples);
    }

    private long[] cloudText(Prompt prompt) {
        if (prompt.text().isEmpty() && tokenizer.isEmpty()) {
            return CloudPrompt.begin(configuration());
        }
        return longs(tokenizer().ids(prompt.text().orElse(CLOUD_BEGIN), false));
    }

    /** cadrille: as much padding as there are points, which replace it, before all text. */
    private long[] behindPoints(long[] text, int points) {
        long[] ids = new long[points + text.length];
        long padding = tokenizer
                .filter(known -> known.pad().isPresent())
                .map(known -> (long) known.pad().getAsInt())
                .orElseGet(() -> CloudPrompt.padding(configuration()));
        Arrays.fill(ids, 0, points, padding);
        System.arraycopy(text, 0, ids, points, text.length);
        return ids;
    }

    private boolean addsSpecial(Prompt prompt) {
        return !converses(prompt);
    }

    private boolean converses(Prompt prompt) {
        return !prompt.raw() && !tokenizer().chat().names().isEmpty();
    }

    /** The whole text, in which each picture has its mark. */
    private String written(Prompt prompt) {
        String text = prompt.text().orElse(CADRILLE_TEXT);
        if (!converses(prompt)) {
            return pictures.marked(text, prompt.images().size());
        }
        List<Map<String, Object>> messages = new ArrayList<>();
        prompt.system().ifPresent(system -> messages.add(Map.of("role", "system", "content", content(system, 0))));
        messages.add(
                Map.of("role", "user", "content", content(text, prompt.images().size())));
        return tokenizer().chat().render(messages, ChatOptions.of(true));
    }

    /** Templates of models that see take lists of parts, others plain text. */
    private Object content(String text, int images) {
        if (!kind.sees()) {
            return text;
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            parts.add(Map.of("type", kind == ModelKind.CLOUD_OR_PATCHES ? "video" : "image"));
        }
        parts.add(Map.of("type", "text", "text", text));
        return parts;
    }

    private Tokenizer tokenizer() {
        return tokenizer.orElseThrow(() -> new NeuralException(
                "no_tokenizer", "the model's folder has no tokenizer.json; give ready tokens instead of text"));
    }

    private Configuration configuration() {
        return model.configuration();
    }

    static long[] longs(int[] ids) {
        return Arrays.stream(ids).asLongStream().toArray();
    }

    private static NeuralException bad(String message) {
        return new NeuralException("bad_prompt", message);
    }
}
