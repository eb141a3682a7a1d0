// Questions about whole shapes.
#include <BRepAdaptor_Curve.hxx>
#include <BRepBndLib.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepClass3d_SolidClassifier.hxx>
#include <BRepExtrema_DistShapeShape.hxx>
#include <BRepIntCurveSurface_Inter.hxx>
#include <Bnd_Box.hxx>
#include <GCPnts_TangentialDeflection.hxx>
#include <TopExp.hxx>
#include <TopTools_IndexedDataMapOfShapeListOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <algorithm>
#include <gp_Lin.hxx>

#include "describe.hpp"
#include "failure.hpp"
#include "mass.hpp"
#include "operands.hpp"
#include "parts.hpp"

namespace cadwright {
namespace {

void doParts(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const TopTools_IndexedMapOfShape parts = partsOf(shapeOf(a, s), kindOf(a, "kind"));
        result.array(static_cast<std::size_t>(parts.Extent()));
        for (const TopoDS_Shape& part : listed(parts)) {
            describe(part, s.identities, result);
        }
    });
}

void doDescribe(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { describe(shapeOf(a, s), s.identities, result); });
}

void doKindOf(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { result.text(name(shapeOf(a, s).ShapeType())); });
}

void doMembers(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const Shapes members = membersOf(shapeOf(a, s));
        result.array(members.size());
        for (const TopoDS_Shape& member : members) {
            result.text(name(member.ShapeType()));
        }
    });
}

void doMasses(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const TopoDS_Shape& shape = shapeOf(a, s);
        const GProp_GProps length = lengthOfEdges(shape), area = areaOfFaces(shape), volume = volumeOfSolids(shape);
        const gp_Pnt l = length.CentreOfMass(), f = area.CentreOfMass(), v = volume.CentreOfMass();
        writeNumbers<12>(
            result, {length.Mass(), area.Mass(), volume.Mass(), l.X(), l.Y(), l.Z(), f.X(), f.Y(), f.Z(), v.X(), v.Y(), v.Z()});
    });
}

void doBounds(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        Bnd_Box box;
        if (a.flag("optimal")) {
            BRepBndLib::AddOptimal(shapeOf(a, s), box);
        } else {
            BRepBndLib::Add(shapeOf(a, s), box);
        }
        if (box.IsVoid()) {
            result.array(0);
            return;
        }
        std::array<double, 6> n{};
        box.Get(n[0], n[1], n[2], n[3], n[4], n[5]);
        writeNumbers(result, n);
    });
}

void doIsValid(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { result.boolean(BRepCheck_Analyzer(shapeOf(a, s)).IsValid()); });
}

void doIsSame(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { result.boolean(shapeOf(a, s).IsSame(shapeOf(a, s, "with"))); });
}

void doContains(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        BRepClass3d_SolidClassifier classifier(shapeOf(a, s));
        classifier.Perform(pointOf(a, "point"), a.number("tolerance"));
        result.boolean(classifier.State() == TopAbs_IN || classifier.IsOnAFace());
    });
}

void doDistance(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const BRepExtrema_DistShapeShape distance(shapeOf(a, s), shapeOf(a, s, "with"));
        if (!distance.IsDone() || distance.NbSolution() == 0) {
            fail(Category::Runtime, "distance.refused", "the distance of the shapes cannot be found");
        }
        const gp_Pnt p = distance.PointOnShape1(1), q = distance.PointOnShape2(1);
        writeNumbers<7>(result, {distance.Value(), p.X(), p.Y(), p.Z(), q.X(), q.Y(), q.Z()});
    });
}

void doFacesAlong(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const TopoDS_Shape& shape = shapeOf(a, s);
        const TopTools_IndexedMapOfShape faces = partsOf(shape, TopAbs_FACE);
        BRepIntCurveSurface_Inter crossing;
        crossing.Init(shape, gp_Lin(pointOf(a, "point"), directionOf(a, "direction")), a.number("tolerance"));
        std::vector<std::pair<double, int>> found;
        for (; crossing.More(); crossing.Next()) {
            found.emplace_back(crossing.W(), faces.FindIndex(crossing.Face()) - 1);
        }
        std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
        result.array(2 * found.size());
        for (const auto& [at, face] : found) {
            result.number(face);
            result.number(at);
        }
    });
}

// Each edge once, as the points of a line along it.
void doEdges(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const Shapes edges = listed(partsOf(shapeOf(a, s), TopAbs_EDGE));
        result.array(edges.size());
        for (const TopoDS_Shape& edge : edges) {
            const BRepAdaptor_Curve curve(TopoDS::Edge(edge));
            const GCPnts_TangentialDeflection points(curve, a.number("angular"), a.number("linear"));
            result.array(3 * static_cast<std::size_t>(points.NbPoints()));
            for (int i = 1; i <= points.NbPoints(); ++i) {
                const gp_Pnt point = points.Value(i);
                result.number(point.X());
                result.number(point.Y());
                result.number(point.Z());
            }
        }
    });
}

void doAncestors(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const TopoDS_Shape &part = shapeOf(a, s), &context = shapeOf(a, s, "context");
        const TopAbs_ShapeEnum kind = kindOf(a, "kind");
        TopTools_IndexedDataMapOfShapeListOfShape holders;
        TopExp::MapShapesAndUniqueAncestors(context, part.ShapeType(), kind, holders);
        const TopTools_IndexedMapOfShape parts = partsOf(context, kind);
        const auto* found = holders.Seek(part);
        result.array(found == nullptr ? 0 : static_cast<std::size_t>(found->Extent()));
        if (found != nullptr) {
            for (const TopoDS_Shape& holder : *found) {
                result.integer(parts.FindIndex(holder) - 1);
            }
        }
    });
}

}  // namespace

void addShapeQueries(OperationTable& table) {
    table.insert({{"parts", doParts},
                  {"describe", doDescribe},
                  {"kind_of", doKindOf},
                  {"members", doMembers},
                  {"masses", doMasses},
                  {"bounds", doBounds},
                  {"is_valid", doIsValid},
                  {"is_same", doIsSame},
                  {"contains", doContains},
                  {"distance", doDistance},
                  {"faces_along", doFacesAlong},
                  {"edges", doEdges},
                  {"ancestors", doAncestors}});
}

}  // namespace cadwright
