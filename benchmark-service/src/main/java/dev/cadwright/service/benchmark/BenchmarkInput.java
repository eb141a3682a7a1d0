package dev.cadwright.service.benchmark;

import dev.cadwright.artifacts.Sha256;
import dev.cadwright.benchmark.Contest;
import dev.cadwright.dataset.Split;
import dev.cadwright.metrics.Protocols;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    /** One model's predictions: the artifact that {@code inference.generate} wrote. */
    record Entry(String name, String predictions) {
        Entry {
            if (name == null || name.isBlank() || !Sha256.isValid(predictions)) {
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
        if (limit < 1) {
            throw new IllegalArgumentException("limit is at least 1, not " + limit);
        }
        contest(entries, baseline, protocols, seed);
    }

    /** Who is measured, and how. */
    Contest contest() {
        return contest(entries, baseline, protocols, seed);
    }

    private static Contest contest(List<Entry> entries, boolean baseline, List<String> protocols, long seed) {
        Map<String, String> described = new LinkedHashMap<>();
        for (Entry entry : entries) {
            described.put(entry.name(), "predictions " + entry.predictions().substring(0, 12));
        }
        return new Contest(described, baseline, Contest.protocols(protocols, seed));
    }

    private static void requireUniqueNames(List<Entry> entries) {
        Set<String> names = new HashSet<>(Set.of(Contest.BASELINE));
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException("two entries are called " + entry.name());
            }
        }
    }
}
