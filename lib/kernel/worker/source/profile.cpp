#include "profile.hpp"

#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakeFace.hxx>
#include <BRepBuilderAPI_MakeVertex.hxx>
#include <BRep_Builder.hxx>
#include <Geom_Circle.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Vertex.hxx>
#include <TopoDS_Wire.hxx>
#include <cmath>
#include <gp_Circ.hxx>
#include <gp_Pln.hxx>

#include "arguments.hpp"
#include "curves.hpp"
#include "failure.hpp"

namespace cadwright {
namespace {

class Sketch {
public:
    explicit Sketch(const gp_Ax3& plane) : plane_(plane) {}

    TopoDS_Wire wire(const std::vector<Curve2>& loop) const {
        TopoDS_Wire wire;
        builder_.MakeWire(wire);
        if (const auto* circle = std::get_if<FullCircle>(&loop.front())) {
            builder_.Add(wire, edge(*circle));
        } else {
            addChain(wire, loop);
        }
        wire.Closed(true);
        return wire;
    }

private:
    void addChain(TopoDS_Wire& wire, const std::vector<Curve2>& loop) const {
        std::vector<TopoDS_Vertex> starts;
        for (const Curve2& curve : loop) {
            starts.push_back(BRepBuilderAPI_MakeVertex(at(startOf(curve))));
        }
        for (std::size_t i = 0; i < loop.size(); ++i) {
            const TopoDS_Vertex& from = starts[i];
            const TopoDS_Vertex& to = starts[(i + 1) % loop.size()];
            if (const auto* arc = std::get_if<ArcOfCircle>(&loop[i])) {
                builder_.Add(wire, edge(*arc, from, to));
            } else {
                builder_.Add(wire, checked(BRepBuilderAPI_MakeEdge(from, to), "profile.line"));
            }
        }
    }

    static gp_XY startOf(const Curve2& curve) {
        if (const auto* arc = std::get_if<ArcOfCircle>(&curve)) {
            return arc->start;
        }
        return std::get<Segment>(curve).start;
    }

    gp_Pnt at(const gp_XY& point) const {
        return plane_.Location().XYZ() + plane_.XDirection().XYZ() * point.X() + plane_.YDirection().XYZ() * point.Y();
    }

    TopoDS_Edge edge(const FullCircle& circle) const {
        const gp_Ax2 axes(at(circle.centre), plane_.Direction(), plane_.XDirection());
        return checked(BRepBuilderAPI_MakeEdge(gp_Circ(axes, circle.radius)), "profile.circle");
    }

    // The circle's axes start at the arc's start and turn with it, so that its parameters run from 0 to the sweep.
    TopoDS_Edge edge(const ArcOfCircle& arc, const TopoDS_Vertex& from, const TopoDS_Vertex& to) const {
        const gp_Pnt centre = at(arc.centre);
        const gp_Dir normal = arc.sweep > 0 ? plane_.Direction() : plane_.Direction().Reversed();
        const gp_Ax2 axes(centre, normal, gp_Dir(gp_Vec(centre, at(arc.start))));
        const Handle(Geom_Circle) circle = new Geom_Circle(axes, arc.radius);
        return checked(BRepBuilderAPI_MakeEdge(circle, from, to, 0.0, std::abs(arc.sweep)), "profile.arc");
    }

    static TopoDS_Edge checked(BRepBuilderAPI_MakeEdge maker, const char* code) {
        if (!maker.IsDone()) {
            fail(Category::Runtime, code, "a curve of a profile cannot be made");
        }
        return maker.Edge();
    }

    gp_Ax3 plane_;
    BRep_Builder builder_;
};

// The wire of a loop, turned so that it runs counter-clockwise or clockwise about the plane's normal.
TopoDS_Wire orientedWire(const cbor::Value& loop, const Sketch& sketch, bool counterClockwise) {
    const std::vector<Curve2> curves = readLoop(loop);
    if (isFlat(curves)) {
        fail(Category::Runtime, "profile.flat", "a loop encloses no area");
    }
    const TopoDS_Wire wire = sketch.wire(curves);
    return (signedArea(curves) > 0) == counterClockwise ? wire : TopoDS::Wire(wire.Reversed());
}

}  // namespace

TopoDS_Face makeFace(const cbor::Array& loops, const gp_Ax3& plane) {
    if (loops.empty()) {
        fail(Category::Runtime, "profile.empty", "a profile has no loop");
    }
    const Sketch sketch(plane);
    BRepBuilderAPI_MakeFace face(gp_Pln(plane), orientedWire(loops.front(), sketch, true), false);
    for (std::size_t i = 1; i < loops.size(); ++i) {
        face.Add(orientedWire(loops[i], sketch, false));
    }
    if (!face.IsDone()) {
        fail(Category::Runtime, "profile.face", "no face can be made of a profile's loops");
    }
    return face.Face();
}

}  // namespace cadwright
