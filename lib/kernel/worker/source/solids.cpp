#include "solids.hpp"

#include <BRep_Builder.hxx>
#include <TopExp.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS_Compound.hxx>

#include "mass.hpp"

namespace cadwright {

std::vector<TopoDS_Shape> uniqueSolids(const TopoDS_Shape& shape) {
    std::vector<TopoDS_Shape> solids;
    if (shape.IsNull()) {
        return solids;
    }
    TopTools_IndexedMapOfShape map;
    TopExp::MapShapes(shape, TopAbs_SOLID, map);
    for (int i = 1; i <= map.Extent(); ++i) {
        solids.push_back(map(i));
    }
    return solids;
}

TopoDS_Shape compoundOf(const std::vector<TopoDS_Shape>& shapes) {
    BRep_Builder builder;
    TopoDS_Compound compound;
    builder.MakeCompound(compound);
    for (const TopoDS_Shape& shape : shapes) {
        builder.Add(compound, shape);
    }
    return compound;
}

double volumeOf(const TopoDS_Shape& shape) { return shape.IsNull() ? 0 : volumeOfSolids(shape).Mass(); }

}  // namespace cadwright
