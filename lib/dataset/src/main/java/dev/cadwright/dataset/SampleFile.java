package dev.cadwright.dataset;

/** The files that a sample may have in a shard, beside its description. */
public enum SampleFile {
    /** The compact block program in the normalised frame times 100, where the shape has one. */
    BLOCKS("program.blocks"),
    /** The DeepCAD construction JSON. */
    DEEPCAD("deepcad.json"),
    /** The surface as binary STL, in the units of the source. */
    MESH("mesh.stl"),
    /** The points given to models: float32 (n, 3), normalised by the sample's frame. */
    POINTS("points.npy"),
    /** The complete program in the sketch language, in the units of the source. */
    PROGRAM("program.sketch"),
    /** The exact solid, in the units of the source. */
    SOLID("solid.step");

    private final String fileName;

    SampleFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }
}
