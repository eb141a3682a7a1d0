package dev.cadwright.dataset.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.manifest.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins the units of a dataset. Of shapes with the same signature one is kept: in the test split rather than in
 * validation, in validation rather than in training, else the first. Between a shape that a kernel has measured and one
 * that none has, the coarse signature decides. So no shape that is measured was trained on.
 */
public final class ManifestBuilder {
    private ManifestBuilder() {}

    public static DatasetManifest join(BuildSpecification build, List<UnitResult> units) {
        Map<String, UnitResult.Kept> best = best(units);
        Map<Boolean, Map<String, Split>> furthest = furthest(units);
        TreeSet<String> excluded = new TreeSet<>();
        SortedMap<String, Integer> rejected = new TreeMap<>();
        List<Rejection> rejections = new ArrayList<>();
        List<DatasetManifest.Shard> shards = new ArrayList<>();
        EnumMap<Split, Integer> counts = zeros();
        Set<String> ids = new HashSet<>();
        for (UnitResult unit : units) {
            unit.rejected().forEach((reason, count) -> rejected.merge(reason, count, Integer::sum));
            rejections.addAll(unit.rejections());
            EnumMap<Split, Integer> inShard = zeros();
            for (UnitResult.Kept sample : unit.samples()) {
                boolean first = best.get(sample.signature()) == sample && !heldOut(sample, furthest);
                if (first && ids.add(sample.id())) {
                    inShard.merge(sample.split(), 1, Integer::sum);
                    counts.merge(sample.split(), 1, Integer::sum);
                } else {
                    excluded.add(DatasetManifest.place(unit.shard().orElseThrow(), sample.id()));
                    rejected.merge(first ? "same_name" : "duplicate", 1, Integer::sum);
                }
            }
            unit.shard()
                    .ifPresent(sha -> shards.add(
                            new DatasetManifest.Shard(sha, unit.samples().size(), unit.bytes(), inShard)));
        }
        return new DatasetManifest(
                DatasetManifest.FORMAT,
                build.name(),
                build.seed(),
                sources(build),
                counts,
                rejected,
                shards,
                excluded,
                rejections);
    }

    private static Map<String, UnitResult.Kept> best(List<UnitResult> units) {
        Map<String, UnitResult.Kept> best = new HashMap<>();
        for (UnitResult unit : units) {
            for (UnitResult.Kept sample : unit.samples()) {
                best.merge(
                        sample.signature(),
                        sample,
                        (first, second) -> second.split().compareTo(first.split()) > 0 ? second : first);
            }
        }
        return best;
    }

    /** By who has measured them and by coarse signature: the split nearest to the test. */
    private static Map<Boolean, Map<String, Split>> furthest(List<UnitResult> units) {
        Map<Boolean, Map<String, Split>> furthest = Map.of(true, new HashMap<>(), false, new HashMap<>());
        for (UnitResult unit : units) {
            for (UnitResult.Kept sample : unit.samples()) {
                furthest.get(sample.kernel())
                        .merge(
                                sample.coarse(),
                                sample.split(),
                                (first, second) -> second.compareTo(first) > 0 ? second : first);
            }
        }
        return furthest;
    }

    /** Whether a shape that was measured the other way, and may be the same, is in a split nearer to the test. */
    private static boolean heldOut(UnitResult.Kept sample, Map<Boolean, Map<String, Split>> furthest) {
        Split other = furthest.get(!sample.kernel()).get(sample.coarse());
        return other != null && other.compareTo(sample.split()) > 0;
    }

    private static List<JsonNode> sources(BuildSpecification build) {
        return build.sources().stream()
                .map(source -> DatasetJson.mapper().<JsonNode>valueToTree(source))
                .toList();
    }

    private static EnumMap<Split, Integer> zeros() {
        EnumMap<Split, Integer> zeros = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            zeros.put(split, 0);
        }
        return zeros;
    }
}
