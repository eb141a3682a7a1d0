// Set operations on shapes of any kind.
#include <BRepAlgoAPI_Common.hxx>
#include <BRepAlgoAPI_Cut.hxx>
#include <BRepAlgoAPI_Splitter.hxx>

#include "algorithm.hpp"
#include "clean.hpp"
#include "failure.hpp"
#include "general_fuse.hpp"
#include "operands.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

void doUnite(const Arguments& a, Session& s) {
    const Shapes shapes = shapesOf(a, s, "shapes");
    if (shapes.empty()) {
        fail(Category::Runtime, "boolean.nothing", "there is nothing to unite");
    }
    const bool upright = s.upright.holdAll(shapes);
    const TopoDS_Shape result = unite(shapes, {a.flag("glue"), a.number("tolerance"), upright, a.flag("together")});
    if (upright) {
        s.upright.add(result);
    }
    if (!a.flag("glue") && s.apart.holdEach(shapes)) {
        s.apart.add(result);
    }
    into(a, s, result);
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
    algorithm.SetArguments(listOf(arguments));
    algorithm.SetTools(listOf(tools));
    if (a.has("tolerance") && a.number("tolerance") > 0) {
        algorithm.SetFuzzyValue(a.number("tolerance"));
    }
    const bool upright = s.upright.holdAll(arguments) && s.upright.holdAll(tools);
    algorithm.SetCheckInverted(!upright);
    const TopoDS_Shape result = run(algorithm);
    if (upright) {
        s.upright.add(result);
    }
    if (s.apart.holdEach(arguments)) {
        s.apart.add(result);
    }
    into(a, s, result);
}

void doUnify(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    const TopoDS_Shape result = unifyDomains(shape);
    if (!result.IsSame(shape) && s.upright.holdAll({shape})) {
        s.upright.add(result);
    }
    if (!result.IsSame(shape) && s.apart.holdEach({shape})) {
        s.apart.add(result);
    }
    into(a, s, result);
}

void doCompound(const Arguments& a, Session& s) { into(a, s, compoundOf(shapesOf(a, s, "shapes"))); }

void doSolids(const Arguments& a, Session& s) {
    into(a, s, compoundOf(uniqueSolids(compoundOf(shapesOf(a, s, "shapes")))));
}

void doMembers(const Arguments& a, Session& s) {
    into(a, s, shapeOf(a, s));
    s.members.insert(a.integer("into"));
}

}  // namespace

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
