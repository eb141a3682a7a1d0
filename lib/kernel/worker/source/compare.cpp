#include "compare.hpp"

#include <algorithm>
#include <array>
#include <gp_Trsf.hxx>
#include <optional>
#include <vector>

#include "boolean.hpp"
#include "failure.hpp"
#include "kernel_failure.hpp"
#include "properties.hpp"
#include "solid.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

struct Body {
    TopoDS_Shape shape;
    double volume;
    Box box;
};

Body bodyOf(const std::vector<TopoDS_Shape>& solids) {
    if (solids.empty()) {
        fail(Category::NoResult, "shape.no_solid", "a shape to compare holds no solid");
    }
    const TopoDS_Shape fused = fuse(solids);
    return {fused, volumeOf(fused), boundsOf(fused)};
}

double boxOverlap(const Box& first, const Box& second) {
    double volume = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double low = std::max(first.low[axis], second.low[axis]);
        volume *= std::max(0.0, std::min(first.high[axis], second.high[axis]) - low);
    }
    return volume;
}

using Matrix = std::array<int, 9>;

// The proper rotations among the signed permutations of the axes; the identity comes first.
std::vector<Matrix> axisRotations() {
    std::vector<Matrix> rotations;
    std::array<int, 3> axes{0, 1, 2};
    do {
        for (int signs = 0; signs < 8; ++signs) {
            Matrix m{};
            for (std::size_t row = 0; row < 3; ++row) {
                m[3 * row + static_cast<std::size_t>(axes[row])] = (signs >> row & 1) != 0 ? -1 : 1;
            }
            const int determinant = m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
            if (determinant == 1) {
                rotations.push_back(m);
            }
        }
    } while (std::ranges::next_permutation(axes).found);
    return rotations;
}

gp_Trsf about(const gp_Pnt& centre, const Matrix& m) {
    const std::array<double, 3> c{centre.X(), centre.Y(), centre.Z()};
    std::array<double, 12> values{};
    for (std::size_t row = 0; row < 3; ++row) {
        values[4 * row + 3] = c[row];
        for (std::size_t column = 0; column < 3; ++column) {
            values[4 * row + column] = m[3 * row + column];
            values[4 * row + 3] -= m[3 * row + column] * c[column];
        }
    }
    gp_Trsf movement;
    movement.SetValues(
        values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9],
        values[10], values[11]);
    return movement;
}

struct Best {
    Matrix rotation;
    double common;
};

// A rotation whose boxes cannot share more than the best so far is passed over; one that fails counts as nothing.
Best bestRotation(const Body& first, const Body& second, double unrotated) {
    Best best{axisRotations().front(), unrotated};
    const gp_Pnt centre = first.box.centre();
    for (const Matrix& rotation : axisRotations()) {
        const TopoDS_Shape turned = transform(first.shape, about(centre, rotation));
        if (boxOverlap(boundsOf(turned), second.box) <= best.common || rotation == best.rotation) {
            continue;
        }
        try {
            const double volume = asFailure([&] { return volumeOf(common(turned, second.shape)); });
            if (volume > best.common * (1 + 1e-9)) {
                best = {rotation, volume};
            }
        } catch (const Failure& failure) {
            if (failure.category == Category::Exhausted) {
                throw;
            }
        }
    }
    return best;
}

void writeRotation(const Best& best, cbor::Writer& result) {
    result.text("rotated");
    result.map(2);
    result.text("matrix");
    result.array(best.rotation.size());
    for (const int entry : best.rotation) {
        result.integer(entry);
    }
    result.text("common");
    result.number(best.common);
}

void writeVolumes(const char* name, const std::vector<TopoDS_Shape>& solids, cbor::Writer& result) {
    result.text(name);
    result.array(solids.size());
    for (const TopoDS_Shape& solid : solids) {
        result.number(volumeOf(solid));
    }
}

void writeComponents(
    const std::vector<TopoDS_Shape>& first, const std::vector<TopoDS_Shape>& second, cbor::Writer& result) {
    result.text("components");
    result.map(3);
    writeVolumes("first", first, result);
    writeVolumes("second", second, result);
    result.text("common");
    result.array(first.size());
    for (const TopoDS_Shape& one : first) {
        result.array(second.size());
        for (const TopoDS_Shape& other : second) {
            result.number(volumeOf(common(one, other)));
        }
    }
}

}  // namespace

void compare(const TopoDS_Shape& first, const TopoDS_Shape& second, const Comparing& what, cbor::Writer& result) {
    const std::vector<TopoDS_Shape> firstSolids = uniqueSolids(first), secondSolids = uniqueSolids(second);
    const Body a = bodyOf(firstSolids), b = bodyOf(secondSolids);
    const Intersection both = intersect(a.shape, b.shape);
    const double shared = volumeOf(both.common);
    result.map(4 + (what.rotations ? 1U : 0U) + (what.components ? 1U : 0U));
    const std::pair<const char*, double> volumes[] = {
        {"first", a.volume}, {"second", b.volume}, {"common", shared}, {"fused", volumeOf(both.fused)}};
    for (const auto& [name, volume] : volumes) {
        result.text(name);
        result.number(volume);
    }
    if (what.rotations) {
        writeRotation(bestRotation(a, b, shared), result);
    }
    if (what.components) {
        writeComponents(firstSolids, secondSolids, result);
    }
}

}  // namespace cadwright
