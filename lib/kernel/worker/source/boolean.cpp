#include "boolean.hpp"

#include <BOPAlgo_PaveFiller.hxx>
#include <BRepAlgoAPI_BooleanOperation.hxx>
#include <BRepAlgoAPI_Common.hxx>
#include <BRepAlgoAPI_Fuse.hxx>
#include <TopTools_ListOfShape.hxx>
#include <sstream>

#include "failure.hpp"

namespace cadwright {
namespace {

TopTools_ListOfShape listOf(const Shapes& shapes) {
    TopTools_ListOfShape list;
    for (const TopoDS_Shape& shape : shapes) {
        list.Append(shape);
    }
    return list;
}

TopoDS_Shape resultOf(BRepAlgoAPI_BuilderAlgo& algorithm) {
    if (algorithm.HasErrors() || !algorithm.IsDone() || algorithm.Shape().IsNull()) {
        std::ostringstream report;
        algorithm.DumpErrors(report);
        fail(Category::Runtime, "boolean.failed", "a boolean operation failed: " + report.str());
    }
    return algorithm.Shape();
}

TopoDS_Shape operate(BOPAlgo_Operation operation, const Shapes& arguments, const Shapes& tools) {
    BRepAlgoAPI_BooleanOperation algorithm;
    algorithm.SetArguments(listOf(arguments));
    algorithm.SetTools(listOf(tools));
    algorithm.SetOperation(operation);
    algorithm.SetRunParallel(false);
    algorithm.Build();
    return resultOf(algorithm);
}

}  // namespace

TopoDS_Shape fuse(const Shapes& shapes) {
    if (shapes.size() == 1) {
        return shapes.front();
    }
    return operate(BOPAlgo_FUSE, {shapes.front()}, Shapes(shapes.begin() + 1, shapes.end()));
}

TopoDS_Shape cut(const TopoDS_Shape& body, const Shapes& tools) { return operate(BOPAlgo_CUT, {body}, tools); }

TopoDS_Shape common(const TopoDS_Shape& first, const TopoDS_Shape& second) {
    return operate(BOPAlgo_COMMON, {first}, {second});
}

Intersection intersect(const TopoDS_Shape& first, const TopoDS_Shape& second) {
    BOPAlgo_PaveFiller filler;
    filler.SetArguments(listOf({first, second}));
    filler.SetRunParallel(false);
    filler.SetNonDestructive(true);
    filler.Perform();
    if (filler.HasErrors()) {
        fail(Category::Runtime, "boolean.failed", "the boundaries of the two shapes cannot be intersected");
    }
    BRepAlgoAPI_Common shared(first, second, filler);
    BRepAlgoAPI_Fuse united(first, second, filler);
    return {resultOf(shared), resultOf(united)};
}

}  // namespace cadwright
