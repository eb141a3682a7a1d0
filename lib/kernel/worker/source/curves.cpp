#include "curves.hpp"

#include <Precision.hxx>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "arguments.hpp"
#include "failure.hpp"

namespace cadwright {
namespace {

constexpr double kRelativeGap = 1e-5;

void requireReach(double length) {
    if (!(length <= kLargest)) {
        fail(Category::Runtime, "number.range", "a profile reaches beyond a million units, where the kernel is not exact");
    }
}

struct Raw {
    int kind;
    std::vector<double> numbers;

    gp_XY point(std::size_t index) const { return {numbers[2 * index], numbers[2 * index + 1]}; }
};

constexpr int kLine = 0, kArc = 1, kCircle = 2;

Raw readCurve(const cbor::Value& value) {
    const auto& array = requireArray(value);
    constexpr std::size_t kSizes[] = {4, 6, 3};
    if (array.empty()) {
        fail(Category::Protocol, "protocol.argument", "a curve is empty");
    }
    Raw raw{};
    const double kind = finiteNumber(array[0]);
    if (kind != kLine && kind != kArc && kind != kCircle) {
        fail(Category::Unsupported, "curve.unknown", "a curve is neither a line nor an arc nor a circle");
    }
    raw.kind = static_cast<int>(kind);
    for (std::size_t i = 1; i < array.size(); ++i) {
        raw.numbers.push_back(finiteNumber(array[i]));
        requireReach(std::abs(raw.numbers.back()));
    }
    if (raw.numbers.size() != kSizes[raw.kind]) {
        fail(Category::Protocol, "protocol.argument", "a curve has the wrong number of coordinates");
    }
    return raw;
}

FullCircle circle(const Raw& raw) {
    const double radius = std::abs(raw.numbers[2]);
    requireReach(radius);
    if (radius < Precision::Confusion()) {
        fail(Category::Runtime, "profile.circle", "a circle has no radius");
    }
    return {raw.point(0), radius};
}

// Whether the middle of an arc lies beside its chord, and not beyond one of its ends.
bool along(const gp_XY& middle, const gp_XY& end) {
    const double share = middle.Dot(end) / end.SquareModulus();
    return share >= 0 && share <= 1;
}

// The circle through three points; a straight segment where the middle one lies between the others on their line.
std::optional<Curve2> arc(const gp_XY& start, const gp_XY& middle, const gp_XY& end) {
    const gp_XY a = middle - start, b = end - start;
    const double cross = a.Crossed(b), chord = b.Modulus(), reach = std::max(a.Modulus(), chord);
    if (reach < Precision::Confusion()) {
        return std::nullopt;
    }
    if (chord < Precision::Confusion()) {
        fail(Category::Runtime, "profile.arc", "an arc ends where it starts");
    }
    if (std::abs(cross) / chord < Precision::Confusion()) {
        if (!along(a, b)) {
            fail(Category::Runtime, "profile.arc", "the middle of an arc lies on its chord's line, beyond its ends");
        }
        return Segment{start, end};
    }
    const gp_XY offset = (gp_XY(b.Y(), -b.X()) * a.SquareModulus() - gp_XY(a.Y(), -a.X()) * b.SquareModulus()) / (2 * cross);
    const gp_XY centre = start + offset;
    const double radius = offset.Modulus();
    // The radius of a shallow arc may be large: what counts is how far the arc itself reaches.
    requireReach(along(a, b) ? reach : 2 * radius);
    const gp_XY from = start - centre, to = end - centre;
    double sweep = std::atan2(from.Crossed(to), from.Dot(to));
    // The middle lies to the right of the chord where the arc runs counter-clockwise.
    if (cross > 0 && sweep < 0) {
        sweep += 2 * std::numbers::pi;
    } else if (cross < 0 && sweep > 0) {
        sweep -= 2 * std::numbers::pi;
    }
    return ArcOfCircle{start, end, centre, radius, sweep};
}

double extent(const std::vector<Raw>& curves) {
    gp_XY low(INFINITY, INFINITY), high(-INFINITY, -INFINITY);
    for (const Raw& raw : curves) {
        for (std::size_t i = 0; i < raw.numbers.size() / 2; ++i) {
            const gp_XY point = raw.point(i);
            low = gp_XY(std::min(low.X(), point.X()), std::min(low.Y(), point.Y()));
            high = gp_XY(std::max(high.X(), point.X()), std::max(high.Y(), point.Y()));
        }
    }
    return (high - low).Modulus();
}

// Moves each start onto the end before it, the last end onto the first start.
void close(std::vector<Raw>& curves) {
    const double tolerance = std::max(kRelativeGap * extent(curves), 10 * Precision::Confusion());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        Raw& next = curves[(i + 1) % curves.size()];
        Raw& curve = curves[i];
        const std::size_t last = curve.numbers.size() - 2;
        const gp_XY end = curve.point(last / 2), start = next.point(0);
        if ((end - start).Modulus() > tolerance) {
            fail(Category::Runtime, "profile.open", "a loop is not closed: two neighbouring curves do not meet");
        }
        curve.numbers[last] = start.X();
        curve.numbers[last + 1] = start.Y();
    }
}

// Whether the shorter of two segments that meet lies on the other.
bool turnsBack(const Segment& line, const Segment& back) {
    const gp_XY out = line.end - line.start, home = back.end - back.start;
    const double aside = std::abs(out.Crossed(home)) / std::max(out.Modulus(), home.Modulus());
    return out.Dot(home) < 0 && aside < Precision::Confusion();
}

bool turnsBack(const ArcOfCircle& arc, const ArcOfCircle& back) {
    return arc.sweep * back.sweep < 0 && std::abs(arc.radius - back.radius) < Precision::Confusion()
        && (arc.centre - back.centre).Modulus() < Precision::Confusion();
}

}  // namespace

std::vector<Curve2> readLoop(const cbor::Value& loop) {
    std::vector<Raw> raw;
    for (const auto& curve : requireArray(loop)) {
        raw.push_back(readCurve(curve));
    }
    if (raw.empty()) {
        fail(Category::Runtime, "profile.empty", "a loop has no curve");
    }
    if (raw.size() == 1 && raw[0].kind == kCircle) {
        return {circle(raw[0])};
    }
    if (std::ranges::any_of(raw, [](const Raw& curve) { return curve.kind == kCircle; })) {
        fail(Category::Runtime, "profile.circle", "a full circle shares a loop with other curves");
    }
    close(raw);
    std::vector<Curve2> curves;
    for (const Raw& curve : raw) {
        if (curve.kind == kArc) {
            if (const auto made = arc(curve.point(0), curve.point(1), curve.point(2))) {
                curves.push_back(*made);
            }
        } else if ((curve.point(1) - curve.point(0)).Modulus() >= Precision::Confusion()) {
            curves.emplace_back(Segment{curve.point(0), curve.point(1)});
        }
    }
    if (curves.size() < 2) {
        fail(Category::Runtime, "profile.empty", "a loop has no length");
    }
    return curves;
}

double signedArea(const std::vector<Curve2>& loop) {
    double area = 0;
    for (const Curve2& curve : loop) {
        if (const auto* segment = std::get_if<Segment>(&curve)) {
            area += segment->start.Crossed(segment->end) / 2;
        } else if (const auto* part = std::get_if<ArcOfCircle>(&curve)) {
            area += part->start.Crossed(part->end) / 2;
            area += part->radius * part->radius * (part->sweep - std::sin(part->sweep)) / 2;
        } else if (const auto* full = std::get_if<FullCircle>(&curve)) {
            area += std::numbers::pi * full->radius * full->radius;
        }
    }
    return area;
}

bool isFlat(const std::vector<Curve2>& loop) {
    const auto* first = std::get_if<Segment>(&loop.front());
    if (first == nullptr) {
        return false;
    }
    double area = 0;
    for (const Curve2& curve : loop) {
        const auto* segment = std::get_if<Segment>(&curve);
        if (segment == nullptr) {
            return false;
        }
        area += std::abs((segment->start - first->start).Crossed(segment->end - first->start));
    }
    return area < Precision::SquareConfusion();
}

bool retraces(const std::vector<Curve2>& loop) {
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const Curve2& next = loop[(i + 1) % loop.size()];
        if (const auto* line = std::get_if<Segment>(&loop[i])) {
            const auto* back = std::get_if<Segment>(&next);
            if (back != nullptr && turnsBack(*line, *back)) {
                return true;
            }
        } else if (const auto* arc = std::get_if<ArcOfCircle>(&loop[i])) {
            const auto* back = std::get_if<ArcOfCircle>(&next);
            if (back != nullptr && turnsBack(*arc, *back)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace cadwright
