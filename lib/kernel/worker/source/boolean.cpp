#include "boolean.hpp"

#include <BOPAlgo_PaveFiller.hxx>
#include <BRepAlgoAPI_BooleanOperation.hxx>
#include <BRepAlgoAPI_Common.hxx>
#include <BRepAlgoAPI_Fuse.hxx>
#include <TopExp_Explorer.hxx>
#include <algorithm>
#include <iterator>

#include "algorithm.hpp"
#include "failure.hpp"
#include "kernel_failure.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

TopoDS_Shape operate(BOPAlgo_Operation operation, const TopoDS_Shape& body, const Shapes& tools) {
    BRepAlgoAPI_BooleanOperation algorithm;
    algorithm.SetArguments(listOf({body}));
    algorithm.SetTools(listOf(tools));
    algorithm.SetOperation(operation);
    return run(algorithm);
}

// All tools at once; one after the other where that fails, which is slower and now and then gets through.
TopoDS_Shape operateOnAll(BOPAlgo_Operation operation, const TopoDS_Shape& body, const Shapes& tools) {
    try {
        return asFailure([&] { return operate(operation, body, tools); });
    } catch (const Failure& failure) {
        if (tools.size() < 2 || failure.category == Category::Exhausted) {
            throw;
        }
    }
    TopoDS_Shape result = body;
    for (const TopoDS_Shape& tool : tools) {
        result = operate(operation, result, {tool});
    }
    return result;
}

bool isEmpty(const TopoDS_Shape& shape) { return !TopExp_Explorer(shape, TopAbs_SOLID).More(); }

Shapes withSolids(const Shapes& shapes) {
    Shapes solids;
    std::ranges::copy_if(shapes, std::back_inserter(solids), [](const TopoDS_Shape& shape) { return !isEmpty(shape); });
    return solids;
}

}  // namespace

TopoDS_Shape fuse(const Shapes& shapes) {
    const Shapes solids = withSolids(shapes);
    if (solids.empty()) {
        return compoundOf({});
    }
    if (solids.size() == 1) {
        return solids.front();
    }
    return operateOnAll(BOPAlgo_FUSE, solids.front(), Shapes(solids.begin() + 1, solids.end()));
}

TopoDS_Shape cut(const TopoDS_Shape& body, const Shapes& tools) {
    const Shapes solids = withSolids(tools);
    return isEmpty(body) || solids.empty() ? body : operateOnAll(BOPAlgo_CUT, body, solids);
}

TopoDS_Shape common(const TopoDS_Shape& first, const TopoDS_Shape& second) {
    return isEmpty(first) || isEmpty(second) ? compoundOf({}) : operate(BOPAlgo_COMMON, first, {second});
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
