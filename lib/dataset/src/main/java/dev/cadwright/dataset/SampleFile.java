package dev.cadwright.dataset;

import dev.cadwright.cad.Language;

/** The files that a sample may have in a shard, beside its description. */
public enum SampleFile {
    /** The compact block program in the normalised frame times 100, where the shape has one. */
    BLOCKS("program.blocks"),
    /** The program as it came, in CadQuery. */
    CADQUERY("cadquery.py"),
    /** The DeepCAD construction JSON as it came. */
    DEEPCAD("deepcad.json"),
    /** The Fusion 360 reconstruction as it came. */
    FUSION360("fusion360.json"),
    /** A zip of the files that the program as it came includes, by their paths. */
    INCLUDED("included.zip"),
    /** The surface as binary STL, in the units of the source. */
    MESH("mesh.stl"),
    /** The program as it came, in OpenECAD's calls. */
    OPENECAD("openecad.py"),
    /** The program as it came, in OpenSCAD. */
    OPENSCAD("openscad.scad"),
    /** The points given to models: float32 (n, 3), normalised by the sample's frame. */
    POINTS("points.npy"),
    /** The complete program in the sketch language, in the units of the source and in its canonical form. */
    PROGRAM("program.sketch"),
    /** The program as it came, in the sketch language. */
    SKETCH("original.sketch"),
    /** The exact solid, in the units of the source. */
    SOLID("solid.step");

    private final String fileName;

    /** Where the program that a sample was made of is kept, as it came. */
    public static SampleFile original(Language language) {
        return switch (language) {
            case CADQUERY -> CADQUERY;
            case DEEPCAD -> DEEPCAD;
            case FUSION360 -> FUSION360;
            case OPENECAD -> OPENECAD;
            case OPENSCAD -> OPENSCAD;
            case SKETCH -> SKETCH;
        };
    }

    SampleFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }
}
