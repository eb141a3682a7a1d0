package dev.cadwright.kernel.manifold;

import dev.cadwright.kernel.Category;
import java.time.Duration;
import java.util.Objects;

/** What became of an operation on meshes. */
public sealed interface MeshOutcome<T> {
    Category category();

    /** Wall time from handing over the meshes until the answer or its end. */
    Duration elapsed();

    record Made<T>(T value, Duration elapsed) implements MeshOutcome<T> {
        public Made {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Category category() {
            return Category.OK;
        }
    }

    /**
     * No result.
     *
     * @param category {@code INVALID} for a mesh that encloses no solid, {@code RUNTIME}, {@code EXHAUSTED},
     *     {@code TIMEOUT} or {@code CRASH}
     * @param code stable and dotted, such as {@code mesh.not_manifold}
     */
    record Failed<T>(Category category, String code, String message, Duration elapsed) implements MeshOutcome<T> {
        public Failed {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }
}
