package dev.cadwright.cad.shape;

import dev.cadwright.geometry.Vector3;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a vertex, edge, wire, face, shell or solid is like.
 *
 * @param identity equal for two descriptions of the same geometry at the same place in one execution
 * @param centre of mass: by volume, by area or by length, as the kind has it; the point of a vertex
 * @param size volume, area or length as the kind has it; 0 for a vertex
 * @param direction of a face its outer unit normal at the centre; of a straight edge its unit tangent; of a circular or
 *     elliptic one its axis; else the tangent in the middle of its length; empty where it has none
 * @param radius of a circle or of a wire that is one, of a cylinder or sphere
 * @param start of an edge or wire
 * @param end of an edge or wire
 * @param forward whether the sense is that of the geometry
 */
public record PartDescription(
        Kind kind,
        int identity,
        Geometry geometry,
        Vector3 centre,
        double size,
        Optional<Vector3> direction,
        OptionalDouble radius,
        Optional<Vector3> start,
        Optional<Vector3> end,
        boolean closed,
        boolean forward) {}
