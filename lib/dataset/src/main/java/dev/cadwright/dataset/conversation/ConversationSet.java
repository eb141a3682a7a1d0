package dev.cadwright.dataset.conversation;

import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All conversations of a dataset, a split at a time. The same dataset, views and seed give the same bytes. */
public final class ConversationSet {
    private static final List<String> STANDARD_VIEWS = List.of("front", "top", "right");

    private final Dataset dataset;
    private final Optional<ViewsManifest> views;
    private final Conversations conversations;
    private final Set<String> skipped;

    /**
     * @param views whose pictures are named, so that samples they skipped give no conversation; without them
     *     {@code <id>_front.png}, top and right are assumed
     */
    public ConversationSet(Dataset dataset, Optional<ViewsManifest> views, long seed) {
        this.dataset = dataset;
        this.views = views;
        this.conversations = new Conversations(seed);
        this.skipped = views.map(ViewsManifest::skipped).orElse(List.of()).stream()
                .map(Rejection::id)
                .collect(Collectors.toSet());
    }

    /**
     * Writes the conversations of one split as a JSON array.
     *
     * @param out is closed
     * @param beforeEach runs before each sample; what it throws ends the writing
     * @return how many were written
     */
    public int write(Split split, OutputStream out, Runnable beforeEach) throws IOException {
        List<String> names = views.map(ViewsManifest::views).orElse(STANDARD_VIEWS);
        try (ConversationWriter writer = new ConversationWriter(out)) {
            dataset.each(split, Integer.MAX_VALUE, sample -> {
                beforeEach.run();
                if (skipped.contains(sample.id())) {
                    return;
                }
                try {
                    writer.write(conversations.of(sample, names, view -> imageName(sample.id(), view)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return writer.count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String imageName(String sample, String view) {
        return views.map(found -> found.imageName(sample, view)).orElse(sample + "_" + view + ".png");
    }
}
