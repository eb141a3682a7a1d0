#include "general_fuse.hpp"

#include <BOPAlgo_GlueEnum.hxx>
#include <BRepAlgoAPI_Fuse.hxx>
#include <BRepBndLib.hxx>
#include <Bnd_Box.hxx>
#include <TopExp_Explorer.hxx>
#include <TopLoc_Location.hxx>
#include <TopTools_ListOfShape.hxx>
#include <TopoDS_Iterator.hxx>
#include <algorithm>
#include <numeric>

#include "algorithm.hpp"
#include "failure.hpp"
#include "kernel_failure.hpp"
#include "operands.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

// More than the tolerances within which the kernel takes two points for one.
constexpr double kApart = 1e-5;

TopoDS_Shape uniteAll(const Shapes& shapes, const Uniting& how) {
    BRepAlgoAPI_Fuse algorithm;
    algorithm.SetArguments(listOf({shapes.front()}));
    algorithm.SetTools(listOf(Shapes(shapes.begin() + 1, shapes.end())));
    if (how.glue) {
        algorithm.SetGlue(BOPAlgo_GlueShift);
    }
    if (how.tolerance > 0) {
        algorithm.SetFuzzyValue(how.tolerance);
    }
    algorithm.SetCheckInverted(!how.upright);
    return run(algorithm);
}

TopoDS_Shape uniteMeeting(const Shapes& shapes, const Uniting& how) {
    if (shapes.size() < 3) {
        return uniteAll(shapes, how);
    }
    try {
        return asFailure([&] { return uniteAll(shapes, how); });
    } catch (const Failure& failure) {
        if (failure.category == Category::Exhausted) {
            throw;
        }
    }
    TopoDS_Shape result = shapes.front();
    for (auto next = shapes.begin() + 1; next != shapes.end(); ++next) {
        result = uniteAll({result, *next}, how);
    }
    return result;
}

bool isSolid(const TopoDS_Shape& shape) {
    for (TopExp_Explorer loose(shape, TopAbs_FACE, TopAbs_SOLID); loose.More();) {
        return false;
    }
    for (TopExp_Explorer loose(shape, TopAbs_EDGE, TopAbs_FACE); loose.More();) {
        return false;
    }
    return TopExp_Explorer(shape, TopAbs_SOLID).More();
}

bool isFace(const TopoDS_Shape& shape) { return shape.ShapeType() == TopAbs_FACE; }

// Only what meets nothing else comes out of a union as it went in: a single solid, or one face.
bool mayStayApart(const Shapes& shapes) {
    return std::ranges::all_of(shapes, isSolid) || std::ranges::all_of(shapes, isFace);
}

Bnd_Box boxOf(const TopoDS_Shape& shape, double tolerance) {
    Bnd_Box box;
    BRepBndLib::Add(shape, box, false);
    box.SetGap(box.GetGap() + tolerance + kApart);
    return box;
}

// For each shape the first of those that it meets, directly or by way of others.
std::vector<std::size_t> groups(const Shapes& shapes, double tolerance) {
    std::vector<Bnd_Box> boxes;
    for (const TopoDS_Shape& shape : shapes) {
        boxes.push_back(boxOf(shape, tolerance));
    }
    std::vector<std::size_t> group(shapes.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (std::size_t j = i + 1; j < shapes.size(); ++j) {
            if (group[i] != group[j] && !boxes[i].IsOut(boxes[j])) {
                const auto [first, second] = std::minmax(group[i], group[j]);
                std::ranges::replace(group, std::size_t{second}, std::size_t{first});
            }
        }
    }
    return group;
}

void append(const TopoDS_Shape& shape, Shapes& shapes) {
    if (shape.ShapeType() != TopAbs_COMPOUND) {
        shapes.push_back(shape);
        return;
    }
    for (TopoDS_Iterator each(shape); each.More(); each.Next()) {
        append(each.Value(), shapes);
    }
}

TopoDS_Shape uniteGroups(const Shapes& shapes, const Uniting& how) {
    const std::vector<std::size_t> group = groups(shapes, how.tolerance);
    Shapes results;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (group[i] != i) {
            continue;
        }
        Shapes meeting;
        for (std::size_t j = i; j < shapes.size(); ++j) {
            if (group[j] == i) {
                meeting.push_back(shapes[j]);
            }
        }
        append(meeting.size() == 1 ? meeting.front() : uniteMeeting(meeting, how), results);
    }
    return compoundOf(results);
}

}  // namespace

void UprightSolids::add(const TopoDS_Shape& shape) {
    for (TopExp_Explorer solids(shape, TopAbs_SOLID); solids.More(); solids.Next()) {
        solids_.Add(solids.Current().Located(TopLoc_Location()));
    }
}

bool UprightSolids::holdAll(const std::vector<TopoDS_Shape>& shapes) const {
    for (const TopoDS_Shape& shape : shapes) {
        for (TopExp_Explorer solids(shape, TopAbs_SOLID); solids.More(); solids.Next()) {
            if (!solids_.Contains(solids.Current().Located(TopLoc_Location()))) {
                return false;
            }
        }
    }
    return true;
}

bool ApartSolids::holdEach(const std::vector<TopoDS_Shape>& arguments) const {
    return std::ranges::all_of(arguments, [&](const TopoDS_Shape& shape) { return hold(uniqueSolids(shape)); });
}

bool ApartSolids::hold(const std::vector<TopoDS_Shape>& solids) const {
    if (solids.size() < 2) {
        return true;
    }
    const int* group = groups_.Seek(solids.front());
    return group != nullptr && std::ranges::all_of(solids, [&](const TopoDS_Shape& solid) {
        const int* other = groups_.Seek(solid);
        return other != nullptr && *other == *group;
    });
}

void ApartSolids::add(const TopoDS_Shape& shape) {
    ++last_;
    for (TopExp_Explorer solids(shape, TopAbs_SOLID); solids.More(); solids.Next()) {
        groups_.Bind(solids.Current(), last_);
    }
}

TopoDS_Shape unite(const std::vector<TopoDS_Shape>& shapes, const Uniting& how) {
    if (shapes.size() == 1) {
        return shapes.front();
    }
    return !how.together && mayStayApart(shapes) ? uniteGroups(shapes, how) : uniteMeeting(shapes, how);
}

}  // namespace cadwright
