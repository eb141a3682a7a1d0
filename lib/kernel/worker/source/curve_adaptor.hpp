// An edge or a wire as one curve.
#pragma once

#include <Adaptor3d_Curve.hxx>
#include <Geom_Curve.hxx>
#include <TopoDS_Shape.hxx>
#include <gp_Pnt.hxx>
#include <memory>

namespace cadwright {

class CurveAdaptor {
public:
    // Fails where the shape is neither an edge nor a wire.
    explicit CurveAdaptor(const TopoDS_Shape& shape);

    const Adaptor3d_Curve& curve() const { return *curve_; }
    double length() const;
    // The parameter at a share of the length.
    double parameterAt(double share) const;
    gp_Pnt atShare(double share) const;
    double nearest(const gp_Pnt& point) const;

    // The ends of the shape, in its own sense.
    gp_Pnt start() const { return start_; }
    gp_Pnt end() const { return end_; }

private:
    Handle(Geom_Curve) geometry() const;

    std::unique_ptr<Adaptor3d_Curve> curve_;
    gp_Pnt start_, end_;
};

// Of mass: by volume, by area or by length as the kind of the shape has it.
gp_Pnt centreOf(const TopoDS_Shape& shape);

}  // namespace cadwright
