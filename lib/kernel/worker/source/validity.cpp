#include "validity.hpp"

#include <BRepCheck.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepCheck_ListIteratorOfListOfStatus.hxx>
#include <BRepCheck_Result.hxx>
#include <TopExp.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <cctype>
#include <sstream>

namespace cadwright {
namespace {

// "BRepCheck_SelfIntersectingWire" becomes "self intersecting wire".
std::string words(BRepCheck_Status status) {
    std::ostringstream printed;
    BRepCheck::Print(status, printed);
    std::string name = printed.str();
    if (const auto prefix = name.find('_'); prefix != std::string::npos) {
        name.erase(0, prefix + 1);
    }
    std::string text;
    for (const char letter : name) {
        const auto code = static_cast<unsigned char>(letter);
        if (std::isspace(code)) {
            continue;
        }
        if (std::isupper(code) && !text.empty()) {
            text.push_back(' ');
        }
        text.push_back(static_cast<char>(std::tolower(code)));
    }
    return text;
}

void collect(const BRepCheck_ListOfStatus& statuses, std::set<std::string>& defects) {
    for (BRepCheck_ListIteratorOfListOfStatus each(statuses); each.More(); each.Next()) {
        if (each.Value() != BRepCheck_NoError) {
            defects.insert(words(each.Value()));
        }
    }
}

}  // namespace

std::set<std::string> defectsOf(const TopoDS_Shape& shape) {
    const BRepCheck_Analyzer analyzer(shape);
    if (analyzer.IsValid()) {
        return {};
    }
    std::set<std::string> defects;
    TopTools_IndexedMapOfShape parts;
    TopExp::MapShapes(shape, parts);
    for (int i = 1; i <= parts.Extent(); ++i) {
        const Handle(BRepCheck_Result)& result = analyzer.Result(parts(i));
        if (result.IsNull()) {
            continue;
        }
        collect(result->Status(), defects);
        for (result->InitContextIterator(); result->MoreShapeInContext(); result->NextShapeInContext()) {
            collect(result->StatusOnShape(), defects);
        }
    }
    if (defects.empty()) {
        defects.insert("not valid");
    }
    return defects;
}

std::set<std::string> allDefects(const TopoDS_Shape& shape, const std::set<std::string>& known) {
    std::set<std::string> defects = defectsOf(shape);
    defects.insert(known.begin(), known.end());
    return defects;
}

}  // namespace cadwright
