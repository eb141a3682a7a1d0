#include "operands.hpp"

#include <TopoDS_Iterator.hxx>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "failure.hpp"
#include "kernel_failure.hpp"

namespace cadwright {
namespace {

// The kernel tells points apart that are 1e-7 apart: beyond this a double cannot.
constexpr double kReach = 1e8;

constexpr std::array<std::pair<std::string_view, TopAbs_ShapeEnum>, 7> kKinds = {{
    {"vertex", TopAbs_VERTEX},
    {"edge", TopAbs_EDGE},
    {"wire", TopAbs_WIRE},
    {"face", TopAbs_FACE},
    {"shell", TopAbs_SHELL},
    {"solid", TopAbs_SOLID},
    {"compound", TopAbs_COMPOUND},
}};

double withinReach(double length) {
    if (!(std::abs(length) <= kReach)) {
        fail(Category::Runtime, "number.range", "a length or coordinate is beyond a hundred million units");
    }
    return length;
}

gp_Dir direction(const gp_Vec& vector) {
    if (vector.Magnitude() < 1e-30) {
        fail(Category::Runtime, "number.direction", "a direction has no length");
    }
    return {vector};
}

}  // namespace

void into(const Arguments& arguments, Session& session, const TopoDS_Shape& shape) {
    if (shape.IsNull()) {
        fail(Category::Runtime, "shape.null", "the operation gives no shape");
    }
    session.handles.put(arguments.integer("into"), shape);
}

const TopoDS_Shape& shapeOf(const Arguments& arguments, const Session& session, std::string_view key) {
    return session.handles.get(arguments.integer(key));
}

namespace {

// A handle of members stands for each of them, where the shape is a compound.
void append(std::int64_t handle, const Session& session, Shapes& shapes) {
    const TopoDS_Shape& shape = session.handles.get(handle);
    if (!session.members.contains(handle) || shape.ShapeType() != TopAbs_COMPOUND) {
        shapes.push_back(shape);
        return;
    }
    for (TopoDS_Iterator each(shape); each.More(); each.Next()) {
        shapes.push_back(each.Value());
    }
}

}  // namespace

Shapes shapesOf(const Arguments& arguments, const Session& session, std::string_view key) {
    Shapes shapes;
    for (const std::int64_t handle : arguments.integers(key)) {
        append(handle, session, shapes);
    }
    return shapes;
}

Shapes eachOf(const Arguments& arguments, const Session& session, std::string_view key) {
    Shapes shapes;
    append(arguments.integer(key), session, shapes);
    return shapes;
}

double lengthOf(const Arguments& arguments, std::string_view key) { return withinReach(arguments.number(key)); }

double positiveOf(const Arguments& arguments, std::string_view key) {
    const double length = lengthOf(arguments, key);
    if (!(length > 0)) {
        fail(Category::Runtime, "number.not_positive", "not positive: " + std::string(key));
    }
    return length;
}

double angleOf(const Arguments& arguments, std::string_view key) { return arguments.number(key) * (M_PI / 180); }

gp_Pnt pointOf(const Arguments& arguments, std::string_view key) {
    const auto n = arguments.numbers<3>(key);
    return {withinReach(n[0]), withinReach(n[1]), withinReach(n[2])};
}

gp_Vec vectorOf(const Arguments& arguments, std::string_view key) { return {gp::Origin(), pointOf(arguments, key)}; }

gp_Dir directionOf(const Arguments& arguments, std::string_view key) { return direction(vectorOf(arguments, key)); }

std::vector<gp_Pnt> pointsOf(const Arguments& arguments, std::string_view key) {
    const std::vector<double> numbers = numbersOf(arguments, key);
    if (numbers.size() % 3 != 0) {
        fail(Category::Protocol, "protocol.argument", "points come in threes");
    }
    std::vector<gp_Pnt> points;
    points.reserve(numbers.size() / 3);
    for (std::size_t i = 0; i < numbers.size(); i += 3) {
        points.emplace_back(withinReach(numbers[i]), withinReach(numbers[i + 1]), withinReach(numbers[i + 2]));
    }
    return points;
}

std::vector<double> numbersOf(const Arguments& arguments, std::string_view key) {
    std::vector<double> numbers;
    for (const auto& entry : arguments.array(key)) {
        numbers.push_back(finiteNumber(entry));
    }
    return numbers;
}

gp_Ax2 frameOf(const Arguments& arguments) {
    const auto n = arguments.numbers<9>("frame");
    const gp_Pnt origin(withinReach(n[0]), withinReach(n[1]), withinReach(n[2]));
    return {origin, direction({n[6], n[7], n[8]}), direction({n[3], n[4], n[5]})};
}

TopAbs_ShapeEnum kindOf(const Arguments& arguments, std::string_view key) {
    const std::string& text = arguments.text(key);
    const auto* found = std::ranges::find(kKinds, std::string_view(text), [](const auto& kind) { return kind.first; });
    if (found == kKinds.end()) {
        fail(Category::Protocol, "protocol.argument", "there is no such kind of shape");
    }
    return found->second;
}

const char* name(TopAbs_ShapeEnum kind) {
    switch (kind) {
        case TopAbs_VERTEX: return "VERTEX";
        case TopAbs_EDGE: return "EDGE";
        case TopAbs_WIRE: return "WIRE";
        case TopAbs_FACE: return "FACE";
        case TopAbs_SHELL: return "SHELL";
        case TopAbs_SOLID: return "SOLID";
        case TopAbs_COMPSOLID:
        case TopAbs_COMPOUND:
        case TopAbs_SHAPE: return "COMPOUND";
    }
    return "COMPOUND";
}

void answerWith(const Arguments& arguments, Session& session, const std::function<void(cbor::Writer&)>& query) {
    cbor::Writer result;
    try {
        asFailure([&] { query(result); });
    } catch (const Failure& failure) {
        if (!arguments.flag("optional") || failure.category == Category::Exhausted) {
            throw;
        }
        result = {};
        result.map(2);
        result.text("code");
        result.text(failure.code);
        result.text("message");
        result.text(failure.message);
    }
    session.results.append(result);
    ++session.resultCount;
}

}  // namespace cadwright
