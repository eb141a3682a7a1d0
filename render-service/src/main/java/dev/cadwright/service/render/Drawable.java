package dev.cadwright.service.render;

import dev.cadwright.geometry.Mesh;

/** What there is of a sample to draw. */
sealed interface Drawable {
    record Surface(Mesh mesh) implements Drawable {}

    /** @param reason as in {@link dev.cadwright.dataset.manifest.Rejection} */
    record Nothing(String reason) implements Drawable {}
}
