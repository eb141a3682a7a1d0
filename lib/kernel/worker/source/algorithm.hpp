// Running the kernel's boolean algorithms.
#pragma once

#include <BRepAlgoAPI_BuilderAlgo.hxx>
#include <TopTools_ListOfShape.hxx>
#include <TopoDS_Shape.hxx>
#include <vector>

namespace cadwright {

TopTools_ListOfShape listOf(const std::vector<TopoDS_Shape>& shapes);

// The result of an algorithm that has run.
TopoDS_Shape resultOf(BRepAlgoAPI_BuilderAlgo& algorithm);

// Runs an algorithm whose arguments are set and returns its result.
TopoDS_Shape run(BRepAlgoAPI_BuilderAlgo& algorithm);

}  // namespace cadwright
