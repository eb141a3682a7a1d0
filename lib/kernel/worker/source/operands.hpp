// Arguments of operations as the kernel's types, with the numbers checked.
#pragma once

#include <TopAbs_ShapeEnum.hxx>
#include <TopoDS_Shape.hxx>
#include <functional>
#include <gp_Ax2.hxx>
#include <gp_Dir.hxx>
#include <gp_Pnt.hxx>
#include <gp_Trsf.hxx>
#include <gp_Vec.hxx>
#include <map>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "operations.hpp"

namespace cadwright {

using Shapes = std::vector<TopoDS_Shape>;

// Puts the shape that an operation made under the handle that it was asked to use. A null shape is a failure.
void into(const Arguments& arguments, Session& session, const TopoDS_Shape& shape);

const TopoDS_Shape& shapeOf(const Arguments& arguments, const Session& session, std::string_view key = "of");
Shapes shapesOf(const Arguments& arguments, const Session& session, std::string_view key);
// The shape under a key, or the members that it stands for.
Shapes eachOf(const Arguments& arguments, const Session& session, std::string_view key);

// A length, size or coordinate: at most kReach from zero.
double lengthOf(const Arguments& arguments, std::string_view key);
double positiveOf(const Arguments& arguments, std::string_view key);
// Degrees, as radians.
double angleOf(const Arguments& arguments, std::string_view key);
gp_Pnt pointOf(const Arguments& arguments, std::string_view key);
gp_Vec vectorOf(const Arguments& arguments, std::string_view key);
gp_Dir directionOf(const Arguments& arguments, std::string_view key);
std::vector<gp_Pnt> pointsOf(const Arguments& arguments, std::string_view key);
std::vector<double> numbersOf(const Arguments& arguments, std::string_view key);
// origin, x axis, normal
gp_Ax2 frameOf(const Arguments& arguments);
TopAbs_ShapeEnum kindOf(const Arguments& arguments, std::string_view key);
const char* name(TopAbs_ShapeEnum kind);

// Appends what a query writes. An optional query that fails gives its code and message instead of ending the request.
void answerWith(const Arguments& arguments, Session& session, const std::function<void(cbor::Writer&)>& query);

template <std::size_t N>
void writeNumbers(cbor::Writer& result, const std::array<double, N>& numbers) {
    result.array(N);
    for (const double number : numbers) {
        result.number(number);
    }
}

}  // namespace cadwright
