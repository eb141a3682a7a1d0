// Convex hulls by Manifold, on the corners as they were given: its own answer is in single precision.
import Manifold from 'manifold-3d';

let loading;

/** @returns {Promise<{points: number[][], triangles: number[]} | null>} null for fewer than four corners, or flat ones */
export async function convexHull(coordinates) {
  loading ??= Manifold().then(module => (module.setup(), module));
  const module = await loading;
  const points = [];
  const exact = new Map();
  for (let i = 0; i < coordinates.length; i += 3) {
    const point = coordinates.slice(i, i + 3);
    if (!point.every(Number.isFinite)) return null;
    const key = point.map(Math.fround).join();
    if (!exact.has(key)) {
      exact.set(key, point);
      points.push(point);
    }
  }
  if (points.length < 4) return null;
  const solid = module.Manifold.hull(points);
  try {
    if (solid.isEmpty()) return null;
    const mesh = solid.getMesh();
    const corner = i => Array.from(mesh.vertProperties.subarray(i * mesh.numProp, i * mesh.numProp + 3));
    const found = Array.from({ length: mesh.vertProperties.length / mesh.numProp }, (_, i) => corner(i));
    return { points: found.map(point => exact.get(point.join()) ?? point), triangles: Array.from(mesh.triVerts) };
  } finally {
    solid.delete();
  }
}
