package dev.cadwright.cad.python.value;

/**
 * What values take of the heap, in bytes, as programs are charged for them. Numbers are not charged where they are made,
 * since most are gone at once; whoever keeps one pays for it with its place.
 */
public final class Footprint {
    /** An empty list, tuple, set or function. */
    public static final int CONTAINER = 64;

    /** A place in a list or tuple and the number in it, with room that the list keeps in reserve. */
    public static final int ITEM = 40;

    /** An entry of a dict or set, its key and its value. */
    public static final int ENTRY = 104;

    /** A variable or an attribute, and the number in it. */
    public static final int VARIABLE = 64;

    /** An object of a library: a vector, a workplane. */
    public static final int HOST_OBJECT = 256;

    /** An iterator of a library, with what it goes through by. */
    public static final int ITERATOR = 192;

    /** A generator that rests, with its variables and its place. */
    public static final int GENERATOR = 640;

    /** The state of a generator of random numbers. */
    public static final int RANDOM_STATE = 2688;

    private Footprint() {}
}
