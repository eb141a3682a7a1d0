package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.shape.Kind;

/** The class {@code cadquery.Workplane} as a table. */
final class WorkplaneTable {
    private static final String SELECTION = "selector=None, tag=None";
    private static final String FILLING = "degree=3, nbPtsOnCur=15, nbIter=2, anisotropy=False, tol2d=1e-05, "
            + "tol3d=0.0001, tolAng=0.01, tolCurv=0.1, maxDeg=8, maxSegments=9";
    private static final String EXPORT =
            "fname, tolerance=0.1, angularTolerance=0.1, unit=\"MM\", outputUnit=None, opt=None";

    static final HostType TYPE = build();

    private WorkplaneTable() {}

    private static HostType build() {
        HostTypeBuilder<WorkplaneValue> table = HostType.named("Workplane", WorkplaneValue.class)
                .constructor("inPlane=\"XY\", origin=(0, 0, 0), obj=None", WorkplanePlanes::make)
                .property("plane", WorkplaneValue::plane)
                .property("objects", self -> new ListValue(self.objects()))
                .property("ctx", WorkplaneValue::context)
                .property("parent", self -> self.parent() == null ? NoneValue.NONE : self.parent());
        planes(table);
        stack(table);
        selection(table);
        drawing(table);
        profiles(table);
        solids(table);
        changes(table);
        WorkplanePlugins.members(table);
        return table.unsupported("toOCC", "there is no kernel object to hand out")
                .unsupported("toSvg", "drawings are not made here")
                .build();
    }

    private static void planes(HostTypeBuilder<WorkplaneValue> table) {
        table.method(
                        "workplane",
                        "offset=0.0, invert=False, centerOption=\"ProjectedOrigin\", origin=None",
                        WorkplaneOnObject::workplane)
                .method("copyWorkplane", "obj", WorkplanePlanes::copyWorkplane)
                .method("workplaneFromTagged", "name", WorkplanePlanes::fromTagged)
                .method("transformed", "rotate=(0, 0, 0), offset=(0, 0, 0)", WorkplanePlanes::transformed)
                .method("center", "x, y", WorkplanePlanes::center)
                .method("tag", "name", WorkplanePlanes::tag)
                .method("sketch", "", WorkplaneSketches::sketch)
                .method("placeSketch", "*sketches", WorkplaneSketches::placeSketch);
    }

    private static void stack(HostTypeBuilder<WorkplaneValue> table) {
        table.method("all", "", WorkplaneStack::all)
                .method("size", "", WorkplaneStack::size)
                .method("vals", "", WorkplaneStack::vals)
                .method("val", "", WorkplaneStack::val)
                .method("add", "obj", WorkplaneStack::add)
                .method("first", "", WorkplaneStack::first)
                .method("last", "", WorkplaneStack::last)
                .method("item", "i", WorkplaneStack::item)
                .method("end", "n=1", WorkplaneStack::end)
                .method("newObject", "objlist", WorkplaneStack::newObject)
                .method("findSolid", "searchStack=True, searchParents=True", WorkplaneStack::findSolid)
                .method("largestDimension", "", WorkplaneStack::largestDimension)
                .method("filter", "f", WorkplaneStack::filter)
                .method("map", "f", WorkplaneStack::map)
                .method("apply", "f", WorkplaneStack::apply)
                .method("sort", "key", WorkplaneStack::sort)
                .method("invoke", "f", WorkplaneStack::invoke)
                .method("each", "callback, useLocalCoordinates=False, combine=True, clean=True", WorkplaneEach::each)
                .method(
                        "eachpoint",
                        "arg, useLocalCoordinates=False, combine=False, clean=True",
                        WorkplaneEach::eachpoint)
                .method("cutEach", "fcn, useLocalCoords=False, clean=True", WorkplaneEach::cutEach)
                .method("export", EXPORT, WorkplaneStack::export)
                .method("exportSvg", "fileName", WorkplaneStack::exportSvg);
    }

    private static void selection(HostTypeBuilder<WorkplaneValue> table) {
        table.method("vertices", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.VERTEX, call))
                .method("edges", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.EDGE, call))
                .method("wires", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.WIRE, call))
                .method("faces", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.FACE, call))
                .method("shells", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.SHELL, call))
                .method("solids", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.SOLID, call))
                .method("compounds", SELECTION, (self, call) -> WorkplaneSelection.select(self, Kind.COMPOUND, call))
                .method("ancestors", "kind, tag=None", WorkplaneSelection::ancestors)
                .method("siblings", "kind, level=1, tag=None", WorkplaneSelection::siblings);
    }

    private static void drawing(HostTypeBuilder<WorkplaneValue> table) {
        table.method("moveTo", "x=0, y=0", WorkplaneLines::moveTo)
                .method("move", "xDist=0, yDist=0", WorkplaneLines::move)
                .method("lineTo", "x, y, forConstruction=False", WorkplaneLines::lineTo)
                .method("line", "xDist, yDist, forConstruction=False", WorkplaneLines::line)
                .method("vLine", "distance, forConstruction=False", WorkplaneLines::vLine)
                .method("hLine", "distance, forConstruction=False", WorkplaneLines::hLine)
                .method("vLineTo", "yCoord, forConstruction=False", WorkplaneLines::vLineTo)
                .method("hLineTo", "xCoord, forConstruction=False", WorkplaneLines::hLineTo)
                .method("polarLine", "distance, angle, forConstruction=False", WorkplaneLines::polarLine)
                .method("polarLineTo", "distance, angle, forConstruction=False", WorkplaneLines::polarLineTo)
                .method(
                        "polyline",
                        "listOfXYTuple, forConstruction=False, includeCurrent=False",
                        WorkplaneLines::polyline)
                .method("close", "", WorkplaneLines::close)
                .method("wire", "forConstruction=False", WorkplaneWires::wire)
                .method("consolidateWires", "", WorkplaneWires::consolidateWires)
                .method("toPending", "", WorkplaneWires::toPending)
                .method("mirrorX", "", (self, call) -> WorkplaneWires.mirror(self, true, call.span()))
                .method("mirrorY", "", (self, call) -> WorkplaneWires.mirror(self, false, call.span()))
                .method("offset2D", "d, kind=\"arc\", forConstruction=False", WorkplaneWires::offset2D)
                .method("threePointArc", "point1, point2, forConstruction=False", WorkplaneArcs::threePointArc)
                .method("sagittaArc", "endPoint, sag, forConstruction=False", WorkplaneArcs::sagittaArc)
                .method("radiusArc", "endPoint, radius, forConstruction=False", WorkplaneArcs::radiusArc)
                .method(
                        "tangentArcPoint",
                        "endpoint, forConstruction=False, relative=True",
                        WorkplaneArcs::tangentArcPoint)
                .method(
                        "ellipseArc",
                        "x_radius, y_radius, angle1=360, angle2=360, rotation_angle=0.0, sense=1, "
                                + "forConstruction=False, startAtCurrent=True, makeWire=False",
                        WorkplaneArcs::ellipseArc)
                .method(
                        "spline",
                        "listOfXYTuple, tangents=None, periodic=False, parameters=None, scale=True, tol=None, "
                                + "forConstruction=False, includeCurrent=False, makeWire=False",
                        WorkplaneSplines::spline)
                .method(
                        "splineApprox",
                        "points, tol=1e-06, minDeg=1, maxDeg=6, smoothing=(1, 1, 1), forConstruction=False, "
                                + "includeCurrent=False, makeWire=False",
                        WorkplaneSplines::splineApprox)
                .method(
                        "bezier",
                        "listOfXYTuple, forConstruction=False, includeCurrent=False, makeWire=False",
                        WorkplaneSplines::bezier)
                .method(
                        "parametricCurve",
                        "func, N=400, start=0, stop=1, tol=1e-06, minDeg=1, maxDeg=6, smoothing=(1, 1, 1), "
                                + "makeWire=True",
                        WorkplaneSplines::parametricCurve)
                .method(
                        "parametricSurface",
                        "func, N=20, start=0, stop=1, tol=0.01, minDeg=1, maxDeg=6, smoothing=(1, 1, 1)",
                        WorkplaneSplines::parametricSurface);
    }

    private static void profiles(HostTypeBuilder<WorkplaneValue> table) {
        table.method("rect", "xLen, yLen, centered=True, forConstruction=False", WorkplaneProfiles::rect)
                .method("circle", "radius, forConstruction=False", WorkplaneProfiles::circle)
                .method(
                        "ellipse",
                        "x_radius, y_radius, rotation_angle=0.0, forConstruction=False",
                        WorkplaneProfiles::ellipse)
                .method(
                        "polygon",
                        "nSides, diameter, forConstruction=False, circumscribed=False",
                        WorkplaneProfiles::polygon)
                .method("slot2D", "length, diameter, angle=0", WorkplaneProfiles::slot2D)
                .method("pushPoints", "pntList", WorkplanePatterns::pushPoints)
                .method("rarray", "xSpacing, ySpacing, xCount, yCount, center=True", WorkplanePatterns::rarray)
                .method(
                        "polarArray",
                        "radius, startAngle, angle, count, fill=True, rotate=True",
                        WorkplanePatterns::polarArray)
                .method(
                        "text",
                        "txt, fontsize, distance, combine=\"cut\", clean=True, font=\"Arial\", fontPath=None, "
                                + "kind=\"regular\", halign=\"center\", valign=\"center\"",
                        TextMaking::onWorkplane);
    }

    private static void solids(HostTypeBuilder<WorkplaneValue> table) {
        table.method("box", "length, width, height, centered=True, combine=True, clean=True", WorkplanePrimitives::box)
                .method(
                        "sphere",
                        "radius, direct=(0, 0, 1), angle1=-90, angle2=90, angle3=360, centered=True, combine=True, "
                                + "clean=True",
                        WorkplanePrimitives::sphere)
                .method(
                        "cylinder",
                        "height, radius, direct=(0, 0, 1), angle=360, centered=True, combine=True, clean=True",
                        WorkplanePrimitives::cylinder)
                .method(
                        "wedge",
                        "dx, dy, dz, xmin, zmin, xmax, zmax, pnt=(0, 0, 0), dir=(0, 0, 1), centered=True, "
                                + "combine=True, clean=True",
                        WorkplanePrimitives::wedge)
                .method(
                        "extrude",
                        "until, combine=True, clean=True, both=False, taper=None",
                        WorkplaneExtrusion::extrude)
                .method("cutBlind", "until, clean=True, both=False, taper=None", WorkplaneExtrusion::cutBlind)
                .method("cutThruAll", "clean=True, taper=0", WorkplaneExtrusion::cutThruAll)
                .method(
                        "twistExtrude",
                        "distance, angleDegrees, combine=True, clean=True",
                        WorkplaneExtrusion::twistExtrude)
                .method(
                        "revolve",
                        "angleDegrees=360.0, axisStart=None, axisEnd=None, combine=True, clean=True",
                        WorkplaneSweeps::revolve)
                .method(
                        "sweep",
                        "path, multisection=False, sweepAlongWires=None, makeSolid=True, isFrenet=False, "
                                + "combine=True, clean=True, transition=\"right\", normal=None, auxSpine=None",
                        WorkplaneSweeps::sweep)
                .method("loft", "ruled=False, combine=True, clean=True", WorkplaneSweeps::loft)
                .method(
                        "interpPlate",
                        "surf_edges, surf_pts=(), thickness=0, combine=False, clean=True, " + FILLING,
                        WorkplaneSplines::interpPlate);
    }

    private static void changes(HostTypeBuilder<WorkplaneValue> table) {
        table.method("union", "toUnion=None, clean=True, glue=False, tol=None", Booleans::union)
                .method("cut", "toCut, clean=True, tol=None", Booleans::cut)
                .method("intersect", "toIntersect, clean=True, tol=None", Booleans::intersect)
                .method("combine", "clean=True, glue=False, tol=None", Booleans::combine)
                .method("split", "*args, **kwargs", WorkplaneChanges::split)
                .method("section", "height=0.0", WorkplaneChanges::section)
                .method("clean", "", WorkplaneChanges::clean)
                .method("hole", "diameter, depth=None, clean=True", WorkplaneHoles::hole)
                .method(
                        "cboreHole",
                        "diameter, cboreDiameter, cboreDepth, depth=None, clean=True",
                        WorkplaneHoles::cboreHole)
                .method("cskHole", "diameter, cskDiameter, cskAngle, depth=None, clean=True", WorkplaneHoles::cskHole)
                .method("fillet", "radius", WorkplaneChanges::fillet)
                .method("chamfer", "length, length2=None", WorkplaneChanges::chamfer)
                .method("shell", "thickness, kind=\"arc\"", WorkplaneChanges::shell)
                .method("translate", "vec", WorkplaneTransforms::translate)
                .method("rotate", "axisStartPoint, axisEndPoint, angleDegrees", WorkplaneTransforms::rotate)
                .method("rotateAboutCenter", "axisEndPoint, angleDegrees", WorkplaneTransforms::rotateAboutCenter)
                .method("mirror", "mirrorPlane=\"XY\", basePointVector=None, union=False", WorkplaneTransforms::mirror);
    }
}
