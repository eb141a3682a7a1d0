package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the sequence of a document through its entities. */
final class DocumentReader {
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_PROFILES = 2_000;
    /** One sketch may serve many extrudes: this bounds what a small file can unfold to. */
    private static final int MAX_CURVES = 100_000;

    private final Dialect dialect;
    private final Members entities;
    private final List<Json> sequence;
    private final Map<String, SketchReader> sketches = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private int curves;

    DocumentReader(Json document, Dialect dialect) {
        Members members = Members.of(document, "the document");
        this.dialect = dialect;
        this.entities = members.members("entities");
        this.sequence = members.items(steps(members, dialect), MAX_STEPS);
    }

    /** Fusion's sequence names every curve of a sketch, its timeline every feature once. */
    private static String steps(Members document, Dialect dialect) {
        return dialect == Dialect.FUSION_360 && document.has("timeline") ? "timeline" : "sequence";
    }

    Construction read() {
        Set<String> done = new HashSet<>();
        for (Json item : sequence) {
            Members step = Members.of(item, "a step of the sequence");
            String name = step.text("entity");
            Members entity = entity(step.get("entity"), name);
            String type = entity.text("type");
            switch (type) {
                case "Sketch" -> {}
                case "ExtrudeFeature" -> {
                    if (!done.add(name)) {
                        throw Refusal.at(step.span(), "reference.repeated", "this extrude is in the sequence twice");
                    }
                    extrude(entity);
                }
                default ->
                    throw Refusal.at(
                            entity.get("type").span(),
                            "unsupported.feature",
                            "the feature \"" + Json.shortened(type) + "\" is not read",
                            "DeepCAD has Sketch and ExtrudeFeature");
            }
        }
        return new Construction(features);
    }

    private Members entity(Json reference, String name) {
        Json entity = entities.structure().members().get(name);
        if (entity == null) {
            throw Refusal.at(
                    reference.span(), "reference.entity", "there is no entity \"" + Json.shortened(name) + "\"");
        }
        return Members.of(entity, "an entity");
    }

    private void extrude(Members entity) {
        List<Json> references = entity.items("profiles", MAX_PROFILES);
        if (references.isEmpty()) {
            throw Refusal.at(entity.span(), "shape.empty-extrude", "the extrude names no profile");
        }
        List<Members> named = references.stream()
                .map(item -> Members.of(item, "a profile reference"))
                .toList();
        ExtrudeReader extrude = new ExtrudeReader(entity, dialect);
        switch (dialect) {
            case DEEPCAD -> named.forEach(reference -> extrude(entity, extrude, List.of(reference), named));
            case FUSION_360 -> together(entity, extrude, named);
        }
    }

    /** The profiles of each sketch at once. */
    private void together(Members entity, ExtrudeReader extrude, List<Members> named) {
        Map<String, List<Members>> bySketch = new LinkedHashMap<>();
        for (Members reference : named) {
            bySketch.computeIfAbsent(reference.text("sketch"), name -> new ArrayList<>())
                    .add(reference);
        }
        if (bySketch.size() > 1 && extrude.operation() == Operation.INTERSECT) {
            throw Refusal.at(
                    entity.span(),
                    "unsupported.intersect-sketches",
                    "an intersection with the profiles of several sketches at once is not read");
        }
        bySketch.values().forEach(group -> extrude(entity, extrude, group, named));
    }

    /** Those after a new body join it, else the operation repeats. */
    private void extrude(Members entity, ExtrudeReader extrude, List<Members> group, List<Members> all) {
        boolean first = group.getFirst() == all.getFirst();
        Operation operation = extrude.operation();
        SketchReader sketch = sketch(group.getFirst());
        double start = extrude.start();
        Frame plane = start == 0 ? sketch.plane() : sketch.plane().offset(start);
        List<Profile> profiles = new ArrayList<>();
        for (Members reference : group) {
            profiles.addAll(sketch.profiles(reference.get("profile"), reference.text("profile")));
        }
        add(
                plane,
                profiles,
                extrude.extent(),
                operation == Operation.NEW_BODY && !first ? Operation.JOIN : operation,
                entity);
    }

    private SketchReader sketch(Members reference) {
        String name = reference.text("sketch");
        SketchReader known = sketches.get(name);
        if (known != null) {
            return known;
        }
        Json place = reference.get("sketch");
        Members entity = entity(place, name);
        if (!entity.text("type").equals("Sketch")) {
            throw Refusal.at(
                    place.span(), "reference.sketch", "the entity \"" + Json.shortened(name) + "\" is not a sketch");
        }
        SketchReader sketch = new SketchReader(entity, dialect);
        sketches.put(name, sketch);
        return sketch;
    }

    private void add(Frame plane, List<Profile> profiles, Extent extent, Operation operation, Members entity) {
        curves += profiles.stream().mapToInt(DocumentReader::curves).sum();
        if (curves > MAX_CURVES) {
            throw Refusal.at(entity.span(), "limit.curves", "the extrudes use more than " + MAX_CURVES + " curves");
        }
        features.add(new Feature.Extrude(plane, profiles, extent, operation, entity.span()));
    }

    private static int curves(Profile profile) {
        return profile.outer().curves().size()
                + profile.holes().stream()
                        .map(Loop::curves)
                        .mapToInt(List::size)
                        .sum();
    }
}
