package dev.cadwright.cad.deepcad;

/** Whose JSON it is: DeepCAD's data set writes a part of what Fusion 360 Gallery writes, in other units. */
enum Dialect {
    /** Each profile of an extrude is a step of its own, in metres. */
    DEEPCAD,
    /** The profiles of an extrude make one solid, in centimetres. */
    FUSION_360
}
