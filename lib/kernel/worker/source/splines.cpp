// Free-form curves.
#include <BRepBuilderAPI_MakeEdge.hxx>
#include <GeomAPI_Interpolate.hxx>
#include <GeomAPI_PointsToBSpline.hxx>
#include <Geom_BSplineCurve.hxx>
#include <Geom_BezierCurve.hxx>
#include <TColStd_HArray1OfBoolean.hxx>
#include <TColStd_Array1OfInteger.hxx>
#include <TColStd_Array1OfReal.hxx>
#include <TColStd_HArray1OfReal.hxx>
#include <TColgp_Array1OfPnt.hxx>
#include <TColgp_Array1OfVec.hxx>
#include <TColgp_HArray1OfPnt.hxx>
#include <TopoDS_Edge.hxx>

#include "failure.hpp"
#include "operands.hpp"

namespace cadwright {
namespace {

[[noreturn]] void refuse(const char* why) { fail(Category::Runtime, "spline.refused", why); }

template <class Points>
Points pointArray(const std::vector<gp_Pnt>& points, std::size_t fewest) {
    if (points.size() < fewest) {
        refuse("a spline needs more points");
    }
    Points array(1, static_cast<int>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i) {
        array.SetValue(static_cast<int>(i) + 1, points[i]);
    }
    return array;
}

template <class Numbers>
Numbers numberArray(const std::vector<double>& numbers) {
    Numbers array(1, static_cast<int>(numbers.size()));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        array.SetValue(static_cast<int>(i) + 1, numbers[i]);
    }
    return array;
}

TopoDS_Edge edgeOf(const Handle(Geom_Curve)& curve) {
    BRepBuilderAPI_MakeEdge edge(curve);
    if (!edge.IsDone()) {
        refuse("no edge can be made of the spline");
    }
    return edge.Edge();
}

// Both ends, or each point, an empty one left to the spline.
void loadTangents(const Arguments& a, std::size_t points, GeomAPI_Interpolate& spline) {
    const auto& entries = a.array("tangents");
    if (entries.empty()) {
        return;
    }
    const int count = static_cast<int>(entries.size());
    TColgp_Array1OfVec tangents(1, count);
    const Handle(TColStd_HArray1OfBoolean) given = new TColStd_HArray1OfBoolean(1, count);
    for (int i = 1; i <= count; ++i) {
        const auto& numbers = requireArray(entries[static_cast<std::size_t>(i) - 1]);
        given->SetValue(i, numbers.size() == 3);
        if (numbers.size() == 3) {
            tangents.SetValue(i, gp_Vec(finiteNumber(numbers[0]), finiteNumber(numbers[1]), finiteNumber(numbers[2])));
        }
    }
    if (count == 2 && points != 2) {
        spline.Load(tangents(1), tangents(2), a.flag("scaled"));
    } else if (entries.size() == points) {
        spline.Load(tangents, given, a.flag("scaled"));
    } else {
        refuse("there is one tangent for each point, or two for the ends");
    }
}

void doSplineThrough(const Arguments& a, Session& s) {
    const std::vector<gp_Pnt> points = pointsOf(a, "points");
    const bool periodic = a.flag("periodic");
    const Handle(TColgp_HArray1OfPnt) array = new TColgp_HArray1OfPnt(pointArray<TColgp_Array1OfPnt>(points, 2));
    const std::vector<double> parameters = numbersOf(a, "parameters");
    if (!parameters.empty() && parameters.size() != points.size() + (periodic ? 1 : 0)) {
        refuse("there is one parameter for each point, and one more where the spline is periodic");
    }
    GeomAPI_Interpolate spline = parameters.empty()
        ? GeomAPI_Interpolate(array, periodic, a.number("tolerance"))
        : GeomAPI_Interpolate(
              array, new TColStd_HArray1OfReal(numberArray<TColStd_Array1OfReal>(parameters)), periodic, a.number("tolerance"));
    loadTangents(a, points.size(), spline);
    spline.Perform();
    if (!spline.IsDone()) {
        refuse("no spline goes through these points: are two the same?");
    }
    into(a, s, edgeOf(spline.Curve()));
}

void doSplineNear(const Arguments& a, Session& s) {
    const auto points = pointArray<TColgp_Array1OfPnt>(pointsOf(a, "points"), 2);
    const std::vector<double> weights = numbersOf(a, "smoothing");
    const int most = static_cast<int>(a.integer("maximumDegree")), least = static_cast<int>(a.integer("minimumDegree"));
    const double tolerance = a.number("tolerance");
    const GeomAPI_PointsToBSpline spline = weights.size() == 3
        ? GeomAPI_PointsToBSpline(points, weights[0], weights[1], weights[2], most, GeomAbs_C2, tolerance)
        : GeomAPI_PointsToBSpline(points, least, most, GeomAbs_C2, tolerance);
    if (!spline.IsDone()) {
        refuse("no spline comes near these points");
    }
    into(a, s, edgeOf(spline.Curve()));
}

void doBezier(const Arguments& a, Session& s) {
    into(a, s, edgeOf(new Geom_BezierCurve(pointArray<TColgp_Array1OfPnt>(pointsOf(a, "points"), 2))));
}

void doBSpline(const Arguments& a, Session& s) {
    const std::vector<gp_Pnt> poles = pointsOf(a, "poles");
    std::vector<double> weights = numbersOf(a, "weights");
    weights.resize(poles.size(), 1.0);
    const std::vector<double> knots = numbersOf(a, "knots");
    const std::vector<std::int64_t> counts = a.integers("multiplicities");
    if (knots.size() < 2 || counts.size() != knots.size()) {
        refuse("each knot of a spline has its multiplicity");
    }
    TColStd_Array1OfInteger multiplicities(1, static_cast<int>(counts.size()));
    for (std::size_t i = 0; i < counts.size(); ++i) {
        multiplicities.SetValue(static_cast<int>(i) + 1, static_cast<int>(counts[i]));
    }
    into(a, s, edgeOf(new Geom_BSplineCurve(
                   pointArray<TColgp_Array1OfPnt>(poles, 2), numberArray<TColStd_Array1OfReal>(weights),
                   numberArray<TColStd_Array1OfReal>(knots), multiplicities, static_cast<int>(a.integer("degree")),
                   a.flag("periodic"))));
}

}  // namespace

void addSplineOperations(OperationTable& table) {
    table.insert({{"spline_through", doSplineThrough},
                  {"spline_near", doSplineNear},
                  {"bezier", doBezier},
                  {"bspline", doBSpline}});
}

}  // namespace cadwright
