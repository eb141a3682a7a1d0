#include "properties.hpp"

#include <BRepAdaptor_Surface.hxx>
#include <BRepBndLib.hxx>
#include <Bnd_Box.hxx>
#include <GProp_GProps.hxx>
#include <TopExp.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <map>
#include <optional>
#include <string>

#include "boolean.hpp"
#include "failure.hpp"
#include "kernel_failure.hpp"
#include "mass.hpp"
#include "operands.hpp"
#include "solids.hpp"
#include "validity.hpp"

namespace cadwright {
const char* surfaceName(GeomAbs_SurfaceType type) {
    switch (type) {
        case GeomAbs_Plane: return "PLANE";
        case GeomAbs_Cylinder: return "CYLINDER";
        case GeomAbs_Cone: return "CONE";
        case GeomAbs_Sphere: return "SPHERE";
        case GeomAbs_Torus: return "TORUS";
        case GeomAbs_BezierSurface: return "BEZIER";
        case GeomAbs_BSplineSurface: return "BSPLINE";
        case GeomAbs_SurfaceOfRevolution: return "REVOLUTION";
        case GeomAbs_SurfaceOfExtrusion: return "EXTRUSION";
        case GeomAbs_OffsetSurface: return "OFFSET";
        case GeomAbs_OtherSurface: return "OTHER";
    }
    return "OTHER";
}

namespace {

std::map<std::string, int> faceTypes(const TopoDS_Shape& shape) {
    TopTools_IndexedMapOfShape faces;
    TopExp::MapShapes(shape, TopAbs_FACE, faces);
    std::map<std::string, int> counts;
    for (int i = 1; i <= faces.Extent(); ++i) {
        ++counts[surfaceName(BRepAdaptor_Surface(TopoDS::Face(faces(i)), false).GetType())];
    }
    return counts;
}

// Returns the volume. Without solids it is 0 and the centre is by area, without faces by length.
double writeMass(const TopoDS_Shape& shape, bool solid, cbor::Writer& result) {
    const GProp_GProps area = areaOfFaces(shape);
    const GProp_GProps volume = solid ? volumeOfSolids(shape) : GProp_GProps();
    const gp_Pnt centre = solid ? volume.CentreOfMass()
                                : (area.Mass() != 0 ? area : lengthOfEdges(shape)).CentreOfMass();
    result.text("volume");
    result.number(volume.Mass());
    result.text("area");
    result.number(area.Mass());
    result.text("centre");
    writeNumbers<3>(result, {centre.X(), centre.Y(), centre.Z()});
    return volume.Mass();
}

void writeBounds(const TopoDS_Shape& solids, cbor::Writer& result) {
    const Box box = boundsOf(solids);
    result.text("bounds");
    writeNumbers<6>(result, {box.low[0], box.low[1], box.low[2], box.high[0], box.high[1], box.high[2]});
}

void writeCounts(const TopoDS_Shape& solids, cbor::Writer& result) {
    result.text("counts");
    result.array(5);
    for (const TopAbs_ShapeEnum kind : {TopAbs_SOLID, TopAbs_SHELL, TopAbs_FACE, TopAbs_EDGE, TopAbs_VERTEX}) {
        TopTools_IndexedMapOfShape map;
        TopExp::MapShapes(solids, kind, map);
        result.integer(map.Extent());
    }
    const auto types = faceTypes(solids);
    result.text("faceTypes");
    result.map(types.size());
    for (const auto& [type, count] : types) {
        result.text(type);
        result.integer(count);
    }
}

void writeDefects(const std::set<std::string>& defects, cbor::Writer& result) {
    result.text("defects");
    result.array(defects.size());
    for (const std::string& defect : defects) {
        result.text(defect);
    }
}

// Where the union fails the solids can still be measured one by one: then there is none.
std::optional<double> fusedVolume(const std::vector<TopoDS_Shape>& solids) {
    try {
        return asFailure([&] { return volumeOf(unite(solids, {})); });
    } catch (const Failure& failure) {
        if (failure.category == Category::Exhausted) {
            throw;
        }
        return std::nullopt;
    }
}

}  // namespace

Box boundsOf(const TopoDS_Shape& shape) {
    Bnd_Box box;
    BRepBndLib::AddOptimal(shape, box, false, false);
    if (box.IsVoid()) {
        fail(Category::NoResult, "shape.empty", "the shape has no points");
    }
    Box bounds{};
    box.Get(bounds.low[0], bounds.low[1], bounds.low[2], bounds.high[0], bounds.high[1], bounds.high[2]);
    return bounds;
}

TopoDS_Shape gather(const std::vector<TopoDS_Shape>& shapes) {
    const TopoDS_Shape all = compoundOf(shapes);
    const std::vector<TopoDS_Shape> solids = uniqueSolids(all);
    return compoundOf(solids.empty() ? shapes : solids);
}

void measure(const TopoDS_Shape& shape, const Measuring& how, cbor::Writer& result) {
    const std::vector<TopoDS_Shape> solids = uniqueSolids(shape);
    if (solids.empty() && !how.loose) {
        fail(Category::NoResult, "shape.no_solid", "the result holds no solid");
    }
    const TopoDS_Shape compound = solids.empty() ? shape : compoundOf(solids);
    const std::set<std::string> defects = allDefects(compound, how.known);
    result.map(8);
    const double volume = writeMass(compound, !solids.empty(), result);
    writeBounds(compound, result);
    writeCounts(compound, result);
    writeDefects(defects, result);
    result.text("fusedVolume");
    if (solids.size() < 2 || !defects.empty()) {
        result.null();
    } else if (how.apart.hold(solids)) {
        result.number(volume);
    } else if (const auto fused = fusedVolume(solids)) {
        result.number(*fused);
    } else {
        result.null();
    }
}

}  // namespace cadwright
