// The corners of OpenSCAD's solid primitives, as that tool computes them: x y z in a row.

const MOST_FRAGMENTS = 10000;

/** @returns {number[] | null} null where this is no primitive, or one with arguments of no known form */
export function corners(name, args) {
  switch (name) {
    case 'cube': return cube(args);
    case 'sphere': return sphere(args);
    case 'cylinder': return cylinder(args);
    case 'polyhedron': return polyhedron(args);
    default: return null;
  }
}

function cube({ size, center }) {
  if (!Array.isArray(size) || !size.every(side => side > 0)) return null;
  const points = [];
  for (let i = 0; i < 8; i++) {
    for (let axis = 0; axis < 3; axis++) points.push(((i >> axis) & 1 ? size[axis] : 0) - (center ? size[axis] / 2 : 0));
  }
  return points;
}

function sphere(args) {
  if (!(args.r > 0)) return null;
  const fragments = fragmentsOf(args.r, args);
  const rings = (fragments + 1) >> 1;
  const points = [];
  for (let ring = 0; ring < rings; ring++) {
    const polar = (180 * (ring + 0.5)) / rings;
    circle(points, args.r * sine(polar), args.r * cosine(polar), fragments);
  }
  return points;
}

function cylinder(args) {
  const { h, r1, r2, center } = args;
  if (!(h > 0) || !(r1 >= 0) || !(r2 >= 0) || !(r1 + r2 > 0)) return null;
  const fragments = fragmentsOf(Math.max(r1, r2), args);
  const points = [];
  circle(points, r1, center ? -h / 2 : 0, r1 > 0 ? fragments : 1);
  circle(points, r2, center ? h / 2 : h, r2 > 0 ? fragments : 1);
  return points;
}

function polyhedron({ points, faces }) {
  if (!Array.isArray(points) || !Array.isArray(faces)) return null;
  const used = new Set(faces.flat());
  return [...used].flatMap(index => points[index] ?? []);
}

function circle(points, radius, z, fragments) {
  for (let i = 0; i < fragments; i++) {
    const angle = (360 * i) / fragments;
    points.push(radius * cosine(angle), radius * sine(angle), z);
  }
}

function fragmentsOf(radius, { $fn = 0, $fa = 12, $fs = 2 }) {
  const count = $fn > 0
    ? Math.max($fn, 3)
    : Math.ceil(Math.max(Math.min(360 / $fa, (radius * 2 * Math.PI) / $fs), 5));
  return Math.min(Math.trunc(count), MOST_FRAGMENTS);
}

// Exact where the angle is a multiple of 30 or 45 degrees, as in the tool.
const EXACT = new Map([[0, 0], [30, 0.5], [45, Math.SQRT1_2], [60, Math.sqrt(3) / 2], [90, 1]]);

function sine(degrees) {
  let angle = degrees % 360;
  let sign = 1;
  if (angle < 0) angle += 360;
  if (angle >= 180) {
    angle -= 180;
    sign = -1;
  }
  if (angle > 90) angle = 180 - angle;
  return sign * (EXACT.get(angle) ?? Math.sin((angle * Math.PI) / 180));
}

function cosine(degrees) {
  return sine(degrees + 90);
}
