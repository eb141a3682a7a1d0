#include "algorithm.hpp"

#include <sstream>

#include "failure.hpp"

namespace cadwright {

TopTools_ListOfShape listOf(const std::vector<TopoDS_Shape>& shapes) {
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

TopoDS_Shape run(BRepAlgoAPI_BuilderAlgo& algorithm) {
    algorithm.SetRunParallel(false);
    algorithm.SetToFillHistory(false);
    algorithm.Build();
    return resultOf(algorithm);
}

}  // namespace cadwright
