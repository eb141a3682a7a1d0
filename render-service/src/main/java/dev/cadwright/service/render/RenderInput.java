package dev.cadwright.service.render;

import dev.cadwright.dataset.Split;
import dev.cadwright.geometry.render.RenderOptions;
import dev.cadwright.geometry.render.Style;
import dev.cadwright.geometry.render.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The input of {@code render.views}, see {@code docs/jobs-kinds.md}. */
record RenderInput(String dataset, List<String> views, Integer size, String style, Set<Split> splits) {
    private static final int MAXIMUM_SIZE = 2048;

    RenderInput {
        if (dataset == null) {
            throw new IllegalArgumentException("dataset is missing: the SHA-256 of a dataset's manifest");
        }
        views = views == null ? List.of("front", "top", "right") : List.copyOf(views);
        size = size == null ? RenderOptions.DEFAULT.size() : size;
        style = style == null ? Style.SHADED.label() : style;
        splits = splits == null ? EnumSet.allOf(Split.class) : Set.copyOf(splits);
        if (views.isEmpty() || Set.copyOf(views).size() < views.size()) {
            throw new IllegalArgumentException("views must name at least one view, and none twice: " + views);
        }
        if (size > MAXIMUM_SIZE) {
            throw new IllegalArgumentException("size is at most " + MAXIMUM_SIZE + " pixels, not " + size);
        }
        views.forEach(View::of);
        new RenderOptions(size, Style.of(style), RenderOptions.DEFAULT.fill());
    }

    List<View> directions() {
        return views.stream().map(View::of).toList();
    }

    RenderOptions options() {
        return new RenderOptions(size, Style.of(style), RenderOptions.DEFAULT.fill());
    }
}
