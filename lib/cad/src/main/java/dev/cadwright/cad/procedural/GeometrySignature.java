package dev.cadwright.cad.procedural;

import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.geometry.Vector3;
import java.util.Arrays;

/**
 * Rounded figures that turned, mirrored and differently written copies of a shape share: volume in steps of 500
 * (0.006 % of the box of 200), area in steps of 100, and the sides of the bounding box, sorted. Samples of one
 * signature are taken for duplicates.
 */
public record GeometrySignature(long volume, long area, int shortest, int middle, int longest) {
    public static GeometrySignature of(BlockSolid solid) {
        Vector3 size = solid.bounds().size();
        double[] sides = {size.x(), size.y(), size.z()};
        Arrays.sort(sides);
        return new GeometrySignature(
                Math.round(solid.volume() / 500),
                Math.round(solid.area() / 100),
                (int) Math.round(sides[0]),
                (int) Math.round(sides[1]),
                (int) Math.round(sides[2]));
    }
}
