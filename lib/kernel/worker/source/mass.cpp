#include "mass.hpp"

#include <BRepGProp.hxx>
#include <TopoDS_Iterator.hxx>

namespace cadwright {
namespace {

TopAbs_ShapeEnum dimension(const TopoDS_Shape& shape) {
    TopoDS_Shape inner = shape;
    while (inner.ShapeType() == TopAbs_COMPOUND) {
        const TopoDS_Iterator members(inner);
        if (!members.More()) {
            return TopAbs_SOLID;
        }
        inner = TopoDS_Shape(members.Value());
    }
    return inner.ShapeType();
}

}  // namespace

GProp_GProps lengthOfEdges(const TopoDS_Shape& shape) {
    GProp_GProps properties;
    BRepGProp::LinearProperties(shape, properties);
    return properties;
}

GProp_GProps areaOfFaces(const TopoDS_Shape& shape) {
    GProp_GProps properties;
    BRepGProp::SurfaceProperties(shape, properties);
    return properties;
}

GProp_GProps volumeOfSolids(const TopoDS_Shape& shape) {
    GProp_GProps properties;
    BRepGProp::VolumeProperties(shape, properties);
    return properties;
}

GProp_GProps massOf(const TopoDS_Shape& shape) {
    switch (dimension(shape)) {
        case TopAbs_VERTEX:
        case TopAbs_EDGE:
        case TopAbs_WIRE: return lengthOfEdges(shape);
        case TopAbs_FACE:
        case TopAbs_SHELL: return areaOfFaces(shape);
        case TopAbs_SOLID:
        case TopAbs_COMPSOLID:
        case TopAbs_COMPOUND:
        case TopAbs_SHAPE: return volumeOfSolids(shape);
    }
    return volumeOfSolids(shape);
}

}  // namespace cadwright
