#include "polygon.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace cadwright {
namespace {

class EarCutter {
public:
    EarCutter(const std::vector<gp_XY>& points, double smallest) : points_(points), smallest_(smallest) {}

    // The hole becomes part of the outline by a bridge, there and back.
    bool addHole(std::vector<int>& outline, const std::vector<int>& hole) const {
        const auto right = std::ranges::max_element(hole, {}, [&](int corner) { return points_[at(corner)].X(); });
        const auto place = visibleFrom(outline, points_[at(*right)]);
        if (!place) {
            return false;
        }
        std::vector<int> detour(right, hole.end());
        detour.insert(detour.end(), hole.begin(), right);
        detour.push_back(*right);
        detour.push_back(outline[*place]);
        outline.insert(outline.begin() + static_cast<std::ptrdiff_t>(*place) + 1, detour.begin(), detour.end());
        return true;
    }

    bool cut(std::vector<int> outline) {
        std::size_t start = 0, tried = 0;
        while (outline.size() > 3) {
            if (tried++ >= outline.size()) {
                return false;
            }
            const std::size_t n = outline.size(), ear = start % n;
            if (!isEar(outline, ear)) {
                start = ear + 1;
                continue;
            }
            emit(outline, ear);
            outline.erase(outline.begin() + static_cast<std::ptrdiff_t>(ear));
            // Going on behind the next corner makes fewer fans of thin triangles.
            start = ear + 1;
            tried = 0;
        }
        if (area(outline[0], outline[1], outline[2]) <= smallest_) {
            return false;
        }
        emit(outline, 1);
        return true;
    }

    std::vector<Corners> take() { return std::move(triangles_); }

private:
    static std::size_t at(int corner) { return static_cast<std::size_t>(corner); }

    double area(int a, int b, int c) const {
        const gp_XY &p = points_[at(a)], &q = points_[at(b)], &r = points_[at(c)];
        return (q - p).Crossed(r - p);
    }

    void emit(const std::vector<int>& outline, std::size_t ear) {
        const std::size_t n = outline.size();
        triangles_.push_back({outline[(ear + n - 1) % n], outline[ear], outline[(ear + 1) % n]});
    }

    bool isEar(const std::vector<int>& outline, std::size_t ear) const {
        const std::size_t n = outline.size();
        const int a = outline[(ear + n - 1) % n], b = outline[ear], c = outline[(ear + 1) % n];
        if (area(a, b, c) <= smallest_) {
            return false;
        }
        const gp_XY &p = points_[at(a)], &q = points_[at(b)], &r = points_[at(c)];
        const auto [lowX, highX] = std::minmax({p.X(), q.X(), r.X()});
        const auto [lowY, highY] = std::minmax({p.Y(), q.Y(), r.Y()});
        for (const int other : outline) {
            const gp_XY& point = points_[at(other)];
            if (other == a || other == b || other == c || point.X() < lowX || point.X() > highX || point.Y() < lowY ||
                point.Y() > highY) {
                continue;
            }
            if (area(a, b, other) >= 0 && area(b, c, other) >= 0 && area(c, a, other) >= 0) {
                return false;
            }
        }
        return true;
    }

    // A corner of the outline that a point inside sees, found along a ray to the right (Eberly).
    std::optional<std::size_t> visibleFrom(const std::vector<int>& outline, const gp_XY& eye) const {
        double nearest = std::numeric_limits<double>::infinity();
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const gp_XY &p = points_[at(outline[i])], &q = points_[at(outline[(i + 1) % outline.size()])];
            if ((p.Y() > eye.Y()) == (q.Y() > eye.Y()) || p.Y() == q.Y()) {
                continue;
            }
            const double x = p.X() + (eye.Y() - p.Y()) / (q.Y() - p.Y()) * (q.X() - p.X());
            if (x >= eye.X() && x < nearest) {
                nearest = x;
                best = p.X() > q.X() ? i : (i + 1) % outline.size();
            }
        }
        return best ? std::optional(unhidden(outline, eye, {nearest, eye.Y()}, *best)) : std::nullopt;
    }

    // Corners inside the triangle of eye, hit and candidate may hide the candidate: then the one at the least angle to the
    // ray is visible.
    std::size_t unhidden(const std::vector<int>& outline, const gp_XY& eye, const gp_XY& hit, std::size_t candidate) const {
        const gp_XY corner = points_[at(outline[candidate])];
        const double sense = corner.Y() > eye.Y() ? 1 : -1;
        double least = std::numeric_limits<double>::infinity();
        std::size_t best = candidate;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const gp_XY& point = points_[at(outline[i])];
            const bool inside = sense * (hit - eye).Crossed(point - eye) >= 0 && sense * (corner - hit).Crossed(point - hit) >= 0 &&
                                sense * (eye - corner).Crossed(point - corner) >= 0;
            if (!inside || point.X() <= eye.X()) {
                continue;
            }
            const double slope = std::abs(point.Y() - eye.Y()) / (point.X() - eye.X());
            if (slope < least || (slope == least && seesFirst(outline, eye, i, best))) {
                least = slope;
                best = i;
            }
        }
        return best;
    }

    // Among corners in one direction, or two at one place, the nearer one whose angle opens towards the eye.
    bool seesFirst(const std::vector<int>& outline, const gp_XY& eye, std::size_t first, std::size_t second) const {
        const double one = (points_[at(outline[first])] - eye).SquareModulus();
        const double other = (points_[at(outline[second])] - eye).SquareModulus();
        return one < other || (one == other && opensTo(outline, first, eye));
    }

    bool opensTo(const std::vector<int>& outline, std::size_t corner, const gp_XY& eye) const {
        const std::size_t n = outline.size();
        const gp_XY p = points_[at(outline[(corner + n - 1) % n])], q = points_[at(outline[corner])],
                    r = points_[at(outline[(corner + 1) % n])];
        const bool afterFirst = (q - p).Crossed(eye - q) > 0, beforeLast = (r - q).Crossed(eye - q) > 0;
        return (q - p).Crossed(r - q) > 0 ? afterFirst && beforeLast : afterFirst || beforeLast;
    }

    const std::vector<gp_XY>& points_;
    double smallest_;
    std::vector<Corners> triangles_;
};

struct Rows {
    std::vector<int> lower, upper;  // both to greater x
};

std::optional<Rows> rowsOf(const std::vector<gp_XY>& points, const std::vector<int>& loop) {
    const auto point = [&](int corner) -> const gp_XY& { return points[static_cast<std::size_t>(corner)]; };
    const auto height = [&](int corner) { return point(corner).Y(); };
    const auto [low, high] = std::ranges::minmax(loop, {}, height);
    const double bottom = height(low), top = height(high), slack = 1e-9 * (top - bottom);
    const auto isBelow = [&](int corner) { return height(corner) <= bottom + slack; };
    const auto isAbove = [&](int corner) { return height(corner) >= top - slack; };
    if (!std::ranges::all_of(loop, [&](int corner) { return isBelow(corner) || isAbove(corner); })) {
        return std::nullopt;
    }
    Rows rows;
    std::vector<int> turned = loop;
    const auto leftOf = [&](int a, int b) { return point(a).X() < point(b).X(); };
    std::ranges::copy_if(loop, std::back_inserter(rows.lower), isBelow);
    std::ranges::rotate(turned, std::ranges::find(turned, *std::ranges::min_element(rows.lower, leftOf)));
    const auto middle = std::ranges::find_if(turned, isAbove);
    rows.lower.assign(turned.begin(), middle);
    rows.upper.assign(middle, turned.end());
    std::ranges::reverse(rows.upper);
    const auto isRow = [&](const std::vector<int>& row, auto isOn) {
        return row.size() > 1 && std::ranges::all_of(row, isOn) &&
               std::ranges::is_sorted(row, [&](int a, int b) { return !leftOf(b, a); });
    };
    const auto isUpright = [&](int a, int b) {
        const double width = point(rows.lower.back()).X() - point(rows.lower.front()).X();
        return std::abs(point(a).X() - point(b).X()) <= 1e-6 * width;
    };
    return isRow(rows.lower, isBelow) && isRow(rows.upper, isAbove) &&
                   isUpright(rows.lower.front(), rows.upper.front()) && isUpright(rows.lower.back(), rows.upper.back())
               ? std::optional(std::move(rows)) : std::nullopt;
}

}  // namespace

double doubledArea(const std::vector<gp_XY>& points, const std::vector<int>& loop) {
    double area = 0;
    const gp_XY& origin = points[static_cast<std::size_t>(loop.front())];
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const gp_XY& p = points[static_cast<std::size_t>(loop[i])];
        const gp_XY& q = points[static_cast<std::size_t>(loop[(i + 1) % loop.size()])];
        area += (p - origin).Crossed(q - origin);
    }
    return area;
}

std::optional<std::vector<Corners>> cutEars(const std::vector<gp_XY>& points, std::vector<std::vector<int>> loops) {
    double whole = 0;
    std::size_t corners = 0;
    for (const auto& loop : loops) {
        whole += doubledArea(points, loop);
        corners += loop.size();
    }
    EarCutter cutter(points, 1e-12 * whole);
    std::vector<int> outline = loops.front();
    const auto rightmost = [&](const std::vector<int>& loop) {
        double right = -std::numeric_limits<double>::infinity();
        for (const int corner : loop) {
            right = std::max(right, points[static_cast<std::size_t>(corner)].X());
        }
        return -right;
    };
    std::ranges::stable_sort(loops.begin() + 1, loops.end(), {}, rightmost);
    for (auto hole = loops.begin() + 1; hole != loops.end(); ++hole) {
        if (!cutter.addHole(outline, *hole)) {
            return std::nullopt;
        }
    }
    if (!(whole > 0) || !cutter.cut(std::move(outline))) {
        return std::nullopt;
    }
    std::vector<Corners> triangles = cutter.take();
    double covered = 0;
    for (const Corners& triangle : triangles) {
        covered += doubledArea(points, {triangle.begin(), triangle.end()});
    }
    const bool complete = triangles.size() == corners + 2 * (loops.size() - 1) - 2;
    return complete && std::abs(covered - whole) <= 1e-9 * whole ? std::optional(std::move(triangles)) : std::nullopt;
}

std::optional<std::vector<Corners>> strip(const std::vector<gp_XY>& points, const std::vector<int>& loop) {
    const auto rows = rowsOf(points, loop);
    if (!rows) {
        return std::nullopt;
    }
    const auto& [lower, upper] = *rows;
    const auto x = [&](int corner) { return points[static_cast<std::size_t>(corner)].X(); };
    std::vector<Corners> triangles;
    for (std::size_t i = 0, j = 0; i + 1 < lower.size() || j + 1 < upper.size();) {
        const bool below = j + 1 == upper.size() || (i + 1 < lower.size() && x(lower[i + 1]) <= x(upper[j + 1]));
        if (below) {
            triangles.push_back({lower[i], lower[i + 1], upper[j]});
            ++i;
        } else {
            triangles.push_back({lower[i], upper[j + 1], upper[j]});
            ++j;
        }
    }
    return triangles;
}

}  // namespace cadwright
