package dev.cadwright.geometry.render;

import dev.cadwright.geometry.Vector3;
import java.util.Locale;

/** The directions from which a shape is drawn, without perspective. */
@SuppressWarnings("ImmutableEnumChecker") // Vector3 is a record of three numbers
public enum View {
    /** Looks along +Y; +X to the right, +Z up. */
    FRONT(Vector3.Y, Vector3.Z),
    /** Looks along −Z; +X to the right, +Y up. */
    TOP(Vector3.Z.times(-1), Vector3.Y),
    /** Looks along −X; +Y to the right, +Z up. */
    RIGHT(Vector3.X.times(-1), Vector3.Z),
    /** From the front, the right and above at equal angles (isometric): shows the faces of the three others. */
    ISO(new Vector3(-1, 1, -1), Vector3.Z);

    private final Vector3 look;
    private final Vector3 right;
    private final Vector3 up;

    View(Vector3 look, Vector3 roughlyUp) {
        this.look = look.normalised();
        this.right = this.look.cross(roughlyUp).normalised();
        this.up = this.right.cross(this.look);
    }

    /** The unit vector away from the eye. */
    public Vector3 look() {
        return look;
    }

    /** The unit vector along the picture's rows. */
    public Vector3 right() {
        return right;
    }

    /** The unit vector up the picture's columns. */
    public Vector3 up() {
        return up;
    }

    /** The name in file names and commands: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The view with a label, in any case.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public static View of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
