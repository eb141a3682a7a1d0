package dev.cadwright.cad.block;

import dev.cadwright.geometry.Frame;

/** The planes whose coordinates are (x, y), (y, z) and (z, x); the normals are z, x and y. */
public enum PrincipalPlane {
    XY(0, Frame.XY),
    YZ(1, Frame.YZ),
    ZX(2, Frame.ZX);

    private final int firstAxis;
    private final Frame frame;

    PrincipalPlane(int firstAxis, Frame frame) {
        this.firstAxis = firstAxis;
        this.frame = frame;
    }

    /** The plane whose coordinates are on this axis (x 0, y 1, z 2) and the next; the axis after these is its normal. */
    public static PrincipalPlane from(int firstAxis) {
        return switch (firstAxis) {
            case 0 -> XY;
            case 1 -> YZ;
            case 2 -> ZX;
            default -> throw new IllegalArgumentException("an axis is 0, 1 or 2, not " + firstAxis);
        };
    }

    /** The axis of the first coordinate. */
    public int firstAxis() {
        return firstAxis;
    }

    public Frame frame() {
        return frame;
    }
}
