// Set operations on shapes of any kind.
#include <BOPAlgo_GlueEnum.hxx>
#include <BRepAlgoAPI_Common.hxx>
#include <BRepAlgoAPI_Cut.hxx>
#include <BRepAlgoAPI_Fuse.hxx>
#include <BRepAlgoAPI_Splitter.hxx>
#include <sstream>

#include "clean.hpp"
#include "failure.hpp"
#include "operands.hpp"
#include "sets.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {


template <class Algorithm>
TopoDS_Shape operate(Algorithm& algorithm, const Shapes& arguments, const Shapes& tools, double tolerance) {
    algorithm.SetArguments(listOf(arguments));
    algorithm.SetTools(listOf(tools));
    algorithm.SetRunParallel(false);
    algorithm.SetToFillHistory(false);
    if (tolerance > 0) {
        algorithm.SetFuzzyValue(tolerance);
    }
    algorithm.Build();
    if (algorithm.HasErrors() || !algorithm.IsDone() || algorithm.Shape().IsNull()) {
        std::ostringstream report;
        algorithm.DumpErrors(report);
        fail(Category::Runtime, "boolean.failed", "a boolean operation failed: " + report.str());
    }
    return algorithm.Shape();
}

void doUnite(const Arguments& a, Session& s) {
    const Shapes shapes = shapesOf(a, s, "shapes");
    if (shapes.empty()) {
        fail(Category::Runtime, "boolean.nothing", "there is nothing to unite");
    }
    if (shapes.size() < 2) {
        into(a, s, shapes.front());
        return;
    }
    BRepAlgoAPI_Fuse algorithm;
    if (a.flag("glue")) {
        algorithm.SetGlue(BOPAlgo_GlueShift);
    }
    into(a, s, operate(algorithm, {shapes.front()}, Shapes(shapes.begin() + 1, shapes.end()), a.number("tolerance")));
}

template <class Algorithm>
void doWithTools(const Arguments& a, Session& s) {
    const Shapes tools = shapesOf(a, s, "tools");
    const Shapes arguments = eachOf(a, s, "of");
    if (tools.empty() || arguments.empty()) {
        into(a, s, shapeOf(a, s));
        return;
    }
    Algorithm algorithm;
    into(a, s, operate(algorithm, arguments, tools, a.has("tolerance") ? a.number("tolerance") : 0));
}

void doUnify(const Arguments& a, Session& s) { into(a, s, unifyDomains(shapeOf(a, s))); }

void doCompound(const Arguments& a, Session& s) { into(a, s, compoundOf(shapesOf(a, s, "shapes"))); }

void doSolids(const Arguments& a, Session& s) {
    into(a, s, compoundOf(uniqueSolids(compoundOf(shapesOf(a, s, "shapes")))));
}

void doMembers(const Arguments& a, Session& s) {
    into(a, s, shapeOf(a, s));
    s.members.insert(a.integer("into"));
}

}  // namespace

TopoDS_Shape united(const std::vector<TopoDS_Shape>& shapes) {
    BRepAlgoAPI_Fuse algorithm;
    return operate(algorithm, {shapes.front()}, Shapes(shapes.begin() + 1, shapes.end()), 0);
}

void addSetOperations(OperationTable& table) {
    table.insert({{"unite", doUnite},
                  {"subtract", doWithTools<BRepAlgoAPI_Cut>},
                  {"intersect", doWithTools<BRepAlgoAPI_Common>},
                  {"split", doWithTools<BRepAlgoAPI_Splitter>},
                  {"unify", doUnify},
                  {"compound", doCompound},
                  {"solids", doSolids},
                  {"stand_for_members", doMembers}});
}

}  // namespace cadwright
