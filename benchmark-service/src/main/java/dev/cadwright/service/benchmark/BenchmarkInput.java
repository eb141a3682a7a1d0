package dev.cadwright.service.benchmark;

import dev.cadwright.dataset.Split;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.Protocols;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The input of {@code benchmark.run}, see {@code docs/jobs-kinds.md}. */
record BenchmarkInput(
        String dataset,
        Split split,
        List<Entry> entries,
        List<String> protocols,
        Long seed,
        Boolean baseline,
        Map<String, String> histories,
        Integer limit) {
    /** The name under which the box around the input is scored. */
    static final String BASELINE = "bounding box";

    private static final Set<String> ALLOWED = Set.of(Protocols.STRICT, Protocols.CADRILLE);

    /** One model's predictions: the artifact that {@code inference.generate} wrote. */
    record Entry(String name, String predictions) {
        Entry {
            if (name == null || name.isBlank() || predictions == null) {
                throw new IllegalArgumentException("an entry needs a name and predictions (a SHA-256)");
            }
        }
    }

    BenchmarkInput {
        if (dataset == null) {
            throw new IllegalArgumentException("dataset is missing: the SHA-256 of a dataset's manifest");
        }
        split = split == null ? Split.TEST : split;
        entries = entries == null ? List.of() : List.copyOf(entries);
        protocols = protocols == null || protocols.isEmpty() ? List.of(Protocols.STRICT) : List.copyOf(protocols);
        seed = seed == null ? 0 : seed;
        baseline = baseline == null || baseline;
        histories = histories == null ? Map.of() : Map.copyOf(histories);
        limit = limit == null ? Integer.MAX_VALUE : limit;
        requireUniqueNames(entries);
        for (String protocol : protocols) {
            if (!ALLOWED.contains(protocol)) {
                throw new IllegalArgumentException("protocols are of " + ALLOWED + ", not " + protocol);
            }
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit is at least 1, not " + limit);
        }
        if (entries.isEmpty() && !baseline) {
            throw new IllegalArgumentException("there is nothing to score: no entry and no baseline");
        }
    }

    List<ProtocolDefinition> definitions() {
        return protocols.stream()
                .map(name -> ProtocolDefinition.of(name).withSeed(seed))
                .toList();
    }

    private static void requireUniqueNames(List<Entry> entries) {
        Set<String> names = new HashSet<>(Set.of(BASELINE));
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException("two entries are called " + entry.name());
            }
        }
    }
}
