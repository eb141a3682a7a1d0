package dev.cadwright.metrics;

import dev.cadwright.geometry.PointCloud;
import dev.cadwright.metrics.point.PointMetrics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Chooses among several tries by what the model was given, never by the truth. */
public final class InputSelection {
    private InputSelection() {}

    /**
     * The candidate whose surface lies nearest to the input by Chamfer distance, the first of equals; none if no
     * candidate has a surface.
     *
     * @param candidates points of each candidate's surface, in the input's frame; empty for one that failed
     */
    public static OptionalInt choose(List<Optional<PointCloud>> candidates, PointCloud input) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            Optional<PointCloud> candidate = candidates.get(i).filter(cloud -> cloud.size() > 0);
            if (candidate.isPresent()) {
                double distance = PointMetrics.of(candidate.get(), input, 1).chamfer();
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
