// Measures of the solids of a shape.
#pragma once

#include <GeomAbs_SurfaceType.hxx>
#include <TopoDS_Shape.hxx>
#include <algorithm>
#include <array>
#include <gp_Pnt.hxx>
#include <set>
#include <string>
#include <vector>

#include "cbor.hpp"
#include "general_fuse.hpp"

namespace cadwright {

struct Box {
    std::array<double, 3> low, high;

    double longestSide() const { return std::max({high[0] - low[0], high[1] - low[1], high[2] - low[2]}); }
    gp_Pnt centre() const {
        return {(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2};
    }
};

// The exact bounding box, neither of a triangulation nor widened by tolerances.
Box boundsOf(const TopoDS_Shape& shape);

// Volume, area, centre of mass, bounds, counts, kinds of faces, validity and defects of the compound of all unique solids;
// and the volume of their union where there are several valid ones. Where there is no solid, it fails with no result, or
// measures faces and curves if loose shapes will do. The known defects are those of what the shape was made of.
struct Measuring {
    const std::set<std::string>& known;
    const ApartSolids& apart;
    bool loose;
};
void measure(const TopoDS_Shape& shape, const Measuring& how, cbor::Writer& result);

// The compound of the unique solids in the shapes; where there are none, of the shapes.
TopoDS_Shape gather(const std::vector<TopoDS_Shape>& shapes);

const char* surfaceName(GeomAbs_SurfaceType type);

}  // namespace cadwright
