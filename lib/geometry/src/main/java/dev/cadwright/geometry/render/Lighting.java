package dev.cadwright.geometry.render;

import dev.cadwright.geometry.Vector3;

/**
 * How bright a surface is: light from the upper left before the shape, wrapped around it so that no side is black. Both
 * sides of a surface are lit alike.
 */
final class Lighting {
    private static final double DARKEST = 105;
    private static final double BRIGHTEST = 238;

    private final Vector3 light;
    private final Vector3 towardsEye;

    Lighting(View view) {
        towardsEye = view.look().times(-1);
        light = view.right()
                .times(-0.35)
                .plus(view.up().times(0.55))
                .plus(towardsEye.times(0.85))
                .normalised();
    }

    /** The grey level, 0 to 255, of a surface with the given normal of any length. */
    double level(double nx, double ny, double nz) {
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (length == 0) {
            return DARKEST;
        }
        double facing = nx * towardsEye.x() + ny * towardsEye.y() + nz * towardsEye.z();
        double cosine = (nx * light.x() + ny * light.y() + nz * light.z()) / length;
        double wrapped = 0.5 + 0.5 * (facing < 0 ? -cosine : cosine);
        return DARKEST + (BRIGHTEST - DARKEST) * wrapped;
    }
}
