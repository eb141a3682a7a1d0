package dev.cadwright.cad.block;

import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.cad.block.OutlineEdge.Straight;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/** Finds where outlines touch or cross each other or themselves: such a face has no valid boundary. */
final class OutlineContact {
    static final double TOLERANCE = 1e-6;
    /** Neighbours may meet tangentially, where rounding moves the computed contact along both. */
    private static final double JOINT = 1e-3;

    private OutlineContact() {}

    /** Whether an outline meets itself other than where consecutive edges join. */
    static boolean meetsItself(Outline outline) {
        List<OutlineEdge> edges = outline.edges();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                List<Vector2> joints = new ArrayList<>(2);
                if (j == i + 1) {
                    joints.add(edges.get(i).end());
                }
                if (i == 0 && j == edges.size() - 1) {
                    joints.add(edges.get(i).start());
                }
                if (meet(edges.get(i), edges.get(j), joints)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean meet(Outline first, Outline second) {
        return first.edges().stream().anyMatch(edge -> meet(edge, second));
    }

    static boolean meet(OutlineEdge edge, Outline outline) {
        return outline.edges().stream().anyMatch(other -> meet(edge, other, List.of()));
    }

    /** Whether an edge meets those before it, the last of which it continues, other than at that joint. */
    static boolean meetsEarlier(List<OutlineEdge> before, OutlineEdge next) {
        for (int i = 0; i < before.size(); i++) {
            List<Vector2> joints = i == before.size() - 1 ? List.of(next.start()) : List.of();
            if (meet(before.get(i), next, joints)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(OutlineEdge first, OutlineEdge second, List<Vector2> joints) {
        if (apart(first.extent(), second.extent())) {
            return false;
        }
        for (Vector2 contact : contacts(first, second)) {
            if (first.passes(contact, TOLERANCE)
                    && second.passes(contact, TOLERANCE)
                    && joints.stream().noneMatch(joint -> joint.distanceTo(contact) < JOINT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean apart(double[] first, double[] second) {
        return first[2] < second[0] - TOLERANCE
                || second[2] < first[0] - TOLERANCE
                || first[3] < second[1] - TOLERANCE
                || second[3] < first[1] - TOLERANCE;
    }

    /** Points that lie on both edges if the edges meet at all: crossings of their curves, ends and middles. */
    private static List<Vector2> contacts(OutlineEdge first, OutlineEdge second) {
        List<Vector2> contacts = new ArrayList<>(8);
        switch (first) {
            case Straight line -> {
                switch (second) {
                    case Straight other -> addCrossing(line, other, contacts);
                    case Arc arc -> addCrossings(line, arc, contacts);
                }
            }
            case Arc arc -> {
                switch (second) {
                    case Straight line -> addCrossings(line, arc, contacts);
                    case Arc other -> addCrossings(arc, other, contacts);
                }
            }
        }
        // Edges on one line or circle have no crossing of their curves, but an end or the middle of one on the other.
        for (OutlineEdge edge : List.of(first, second)) {
            contacts.add(edge.start());
            contacts.add(edge.end());
            contacts.add(edge.at(0.5));
        }
        return contacts;
    }

    private static void addCrossing(Straight first, Straight second, List<Vector2> contacts) {
        Vector2 direction = first.end().minus(first.start());
        Vector2 other = second.end().minus(second.start());
        double cross = direction.cross(other);
        if (cross != 0) {
            double fraction = second.start().minus(first.start()).cross(other) / cross;
            contacts.add(first.at(fraction));
        }
    }

    private static void addCrossings(Straight line, Arc arc, List<Vector2> contacts) {
        Vector2 direction = line.end().minus(line.start()).times(1 / line.length());
        Vector2 foot = line.start()
                .plus(direction.times(arc.centre().minus(line.start()).dot(direction)));
        addBesides(foot, direction, arc.radius(), arc.centre().distanceTo(foot), contacts);
    }

    private static void addCrossings(Arc first, Arc second, List<Vector2> contacts) {
        double distance = first.centre().distanceTo(second.centre());
        if (distance < TOLERANCE) {
            return;
        }
        Vector2 direction = second.centre().minus(first.centre()).times(1 / distance);
        double along = (distance * distance + first.radius() * first.radius() - second.radius() * second.radius())
                / (2 * distance);
        Vector2 across = new Vector2(-direction.y(), direction.x());
        Vector2 foot = first.centre().plus(direction.times(along));
        addBesides(foot, across, first.radius(), Math.abs(along), contacts);
    }

    /** The points of a circle on the line through {@code foot}, the line's point nearest to the circle's centre. */
    private static void addBesides(
            Vector2 foot, Vector2 direction, double radius, double distance, List<Vector2> contacts) {
        if (distance > radius + TOLERANCE) {
            return;
        }
        double half = Math.sqrt(Math.max(0, radius * radius - distance * distance));
        contacts.add(foot.plus(direction.times(half)));
        contacts.add(foot.minus(direction.times(half)));
    }
}
