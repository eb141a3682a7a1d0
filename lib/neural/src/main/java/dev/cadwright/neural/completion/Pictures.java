package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.image.ImageProcessor;
import dev.cadwright.neural.image.PatchProcessor;
import dev.cadwright.neural.image.Picture;
import dev.cadwright.neural.image.PictureFile;
import dev.cadwright.neural.image.ProcessorFolder;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.ImageTokens;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** How one kind of model has pictures in its prompts. */
sealed interface Pictures {
    /**
     * Pictures as the model reads them.
     *
     * @param token that stands for one in the text
     * @param lengths how many of them each picture takes
     */
    record Seen(Map<String, MediaArray> media, long token, List<Integer> lengths) {
        static final Seen NOTHING = new Seen(Map.of(), Long.MIN_VALUE, List.of());

        /** Each picture's token as often as the model wants it. */
        long[] expand(long[] ids) {
            long marks = Arrays.stream(ids).filter(id -> id == token).count();
            if (marks != lengths.size()) {
                throw new NeuralException(
                        "bad_prompt", "the text has places for " + marks + " pictures, not for " + lengths.size());
            }
            int[] next = {0};
            return Arrays.stream(ids)
                    .flatMap(id -> id == token
                            ? LongStream.generate(() -> token).limit(lengths.get(next[0]++))
                            : LongStream.of(id))
                    .toArray();
        }
    }

    Seen read(List<Path> images);

    /** A text without a template: marks for pictures that it does not name go before it. */
    String marked(String text, int count);

    default long[] ids(Tokenizer tokenizer, String text, boolean addSpecialTokens) {
        return PromptReader.longs(tokenizer.ids(text, addSpecialTokens));
    }

    static Pictures of(Model model, ModelKind kind, Optional<Tokenizer> tokenizer) {
        return switch (kind) {
            case TEXT, CLOUD -> new None();
            case PICTURES ->
                new OneSize(model, ((CausalModel) model).imageTokens().orElseThrow(), tokenizer);
            case PATCHES -> new AnySize(model, tokenizer, "image_token_id", "pixel_values", "image_grid_thw");
            case CLOUD_OR_PATCHES ->
                new AnySize(model, tokenizer, "video_token_id", "pixel_values_videos", "video_grid_thw");
        };
    }

    /** No pictures at all. */
    record None() implements Pictures {
        @Override
        public Seen read(List<Path> images) {
            return Seen.NOTHING;
        }

        @Override
        public String marked(String text, int count) {
            return text;
        }
    }

    /** LLaVA and TinyLLaVA: a mark that may be in no vocabulary. */
    final class OneSize implements Pictures {
        private static final String USUAL_MARK = "<image>";

        private final Model model;
        private final ImageTokens tokens;
        private final String mark;
        private ImageProcessor processor;

        OneSize(Model model, ImageTokens tokens, Optional<Tokenizer> tokenizer) {
            this.model = model;
            this.tokens = tokens;
            this.mark = tokens.token() < 0
                    ? USUAL_MARK
                    : tokenizer
                            .flatMap(known -> known.token(Math.toIntExact(tokens.token())))
                            .orElse(USUAL_MARK);
        }

        @Override
        public Seen read(List<Path> images) {
            if (images.isEmpty()) {
                return new Seen(Map.of(), tokens.token(), List.of());
            }
            List<MediaArray> all = new ArrayList<>();
            for (Path image : images) {
                Picture picture = PictureFile.read(image);
                long[] shape = processor().shape(picture);
                all.add(new MediaArray.Numbers(
                        new long[] {1, shape[0], shape[1], shape[2]},
                        processor().process(picture)));
            }
            return new Seen(
                    Map.of("pixel_values", MediaArray.join(all)),
                    tokens.token(),
                    images.stream().map(_ -> tokens.perImage()).toList());
        }

        private ImageProcessor processor() {
            if (processor == null) {
                processor = ProcessorFolder.images(model.folder(), model.configuration());
            }
            return processor;
        }

        @Override
        public String marked(String text, int count) {
            return text.contains(mark) ? text : (mark + "\n").repeat(count) + text;
        }

        /** A mark that is in no vocabulary parts the text into pieces that are read one by one. */
        @Override
        public long[] ids(Tokenizer tokenizer, String text, boolean addSpecialTokens) {
            if (tokens.token() >= 0) {
                return Pictures.super.ids(tokenizer, text, addSpecialTokens);
            }
            LongStream ids = LongStream.empty();
            String[] parts = text.split(Pattern.quote(mark), -1);
            for (int i = 0; i < parts.length; i++) {
                long[] own = PromptReader.longs(tokenizer.ids(parts[i], addSpecialTokens && i == 0));
                ids = LongStream.concat(
                        i == 0 ? ids : LongStream.concat(ids, LongStream.of(tokens.token())), LongStream.of(own));
            }
            return ids.toArray();
        }
    }

    /** Qwen2-VL; and cadrille, to which a picture is a video of one frame. */
    final class AnySize implements Pictures {
        private final Model model;
        private final long token;
        private final String mark;
        private final String pixels;
        private final String grids;
        private PatchProcessor processor;

        AnySize(Model model, Optional<Tokenizer> tokenizer, String key, String pixels, String grids) {
            Configuration configuration = model.configuration();
            this.model = model;
            this.token = configuration.integer(key).orElseThrow();
            this.pixels = pixels;
            this.grids = grids;
            this.mark = tokenizer
                    .map(known -> spelled(known, configuration, "vision_start_token_id")
                            + known.token(Math.toIntExact(token)).orElse("")
                            + spelled(known, configuration, "vision_end_token_id"))
                    .orElse("");
        }

        private static String spelled(Tokenizer tokenizer, Configuration configuration, String key) {
            return configuration.integer(key).isPresent()
                    ? tokenizer
                            .token(Math.toIntExact(configuration.integer(key).getAsLong()))
                            .orElse("")
                    : "";
        }

        @Override
        public Seen read(List<Path> images) {
            if (images.isEmpty()) {
                return new Seen(Map.of(), token, List.of());
            }
            List<MediaArray> patches = new ArrayList<>();
            List<MediaArray> sizes = new ArrayList<>();
            List<Integer> lengths = new ArrayList<>();
            for (Path image : images) {
                PatchProcessor.Patches read = processor().process(PictureFile.read(image));
                long count = (long) read.rows() * read.columns();
                patches.add(new MediaArray.Numbers(new long[] {count, read.width()}, read.values()));
                sizes.add(new MediaArray.Integers(new long[] {1, 3}, new long[] {1, read.rows(), read.columns()}));
                lengths.add(Math.toIntExact(count / processor().patchesPerToken()));
            }
            return new Seen(Map.of(pixels, MediaArray.join(patches), grids, MediaArray.join(sizes)), token, lengths);
        }

        private PatchProcessor processor() {
            if (processor == null) {
                processor = ProcessorFolder.patches(model.folder(), model.configuration());
            }
            return processor;
        }

        @Override
        public String marked(String text, int count) {
            return !mark.isEmpty() && text.contains(mark) ? text : mark.repeat(count) + text;
        }
    }
}
