package dev.cadwright.cad.block;

import dev.cadwright.geometry.Frame;

/** The planes whose coordinates are (x, y), (y, z) and (z, x); the normals are z, x and y. */
public enum PrincipalPlane {
    XY(Frame.XY),
    YZ(Frame.YZ),
    ZX(Frame.ZX);

    private final Frame frame;

    PrincipalPlane(Frame frame) {
        this.frame = frame;
    }

    public Frame frame() {
        return frame;
    }
}
