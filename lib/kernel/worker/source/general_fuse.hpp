// Set operations by OCCT's general fuse, without the work that changes nothing.
#pragma once

#include <TopTools_DataMapOfShapeInteger.hxx>
#include <TopTools_MapOfShape.hxx>
#include <TopoDS_Shape.hxx>
#include <vector>

namespace cadwright {

// Solids that are known to have their material inside. For others each operation asks anew, by classifying a far point,
// which costs a sixth of its time.
class UprightSolids {
public:
    // Every solid in the shape is.
    void add(const TopoDS_Shape& shape);
    bool holdAll(const std::vector<TopoDS_Shape>& shapes) const;
    void clear() { solids_.Clear(); }

private:
    TopTools_MapOfShape solids_;
};

// Solids that came out of one operation side by side: they touch each other at most, so that the volume of their union is
// the sum of theirs.
class ApartSolids {
public:
    // The solids of an operation's result do not overlap if those within each argument do not.
    bool holdEach(const std::vector<TopoDS_Shape>& arguments) const;
    bool hold(const std::vector<TopoDS_Shape>& solids) const;
    // No two solids in the shape overlap.
    void add(const TopoDS_Shape& shape);
    void clear() { groups_.Clear(); }

private:
    TopTools_DataMapOfShapeInteger groups_;
    int last_ = 0;
};

struct Uniting {
    bool glue = false;
    double tolerance = 0;
    bool upright = false;
    bool together = false;
};

// The union of one shape or more. Shapes whose boxes do not meet stay apart without an operation, unless all are to be
// taken together: the operation changes what is not sound even where nothing else meets it. Where the joint operation
// fails, they are united one after the other.
TopoDS_Shape unite(const std::vector<TopoDS_Shape>& shapes, const Uniting& how);

}  // namespace cadwright
