// Reads what OpenSCAD exports as OFF: shared vertices, polygonal faces. Text in, typed arrays out.

/** Thrown for a face that a fan of triangles would not cover. */
export class NotConvex extends Error {}

/** @returns {{vertices: Float64Array, triangles: Int32Array}} */
export function readOff(bytes, mostTriangles, cornersOnly = false) {
  const next = numbers(bytes, bytes.indexOf(0x46, 2) + 1); // after "OFF"
  const vertexCount = next();
  const faceCount = next();
  next();
  const vertices = new Float64Array(3 * vertexCount);
  for (let i = 0; i < vertices.length; i++) vertices[i] = next();
  if (cornersOnly) return { vertices, triangles: null };
  const triangles = [];
  const corners = [];
  for (let face = 0; face < faceCount; face++) {
    corners.length = next();
    for (let i = 0; i < corners.length; i++) corners[i] = next();
    if (corners.length > 3 && !isConvex(corners, vertices)) throw new NotConvex();
    for (let i = 2; i < corners.length; i++) triangles.push(corners[0], corners[i - 1], corners[i]);
    if (triangles.length > 3 * mostTriangles) return { vertices, triangles: null };
    next.line();
  }
  return { vertices, triangles: Int32Array.from(triangles) };
}

/** Reads what OpenSCAD exports as text STL; equal corners become one vertex. */
export function readStl(bytes, mostTriangles) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = /vertex (\S+) (\S+) (\S+)/g;
  const seen = new Map();
  const vertices = [];
  const triangles = [];
  for (let match = found.exec(text); match !== null; match = found.exec(text)) {
    let index = seen.get(match[0]);
    if (index === undefined) {
      index = vertices.length / 3;
      seen.set(match[0], index);
      vertices.push(Number(match[1]), Number(match[2]), Number(match[3]));
    }
    triangles.push(index);
    if (triangles.length > 3 * mostTriangles) return { vertices, triangles: null };
  }
  return { vertices: Float64Array.from(vertices), triangles: Int32Array.from(triangles) };
}

function numbers(bytes, start) {
  let at = start;
  const next = () => {
    while (bytes[at] <= 32) at++;
    const begin = at;
    let whole = 0;
    while (bytes[at] >= 48 && bytes[at] <= 57) whole = 10 * whole + bytes[at++] - 48;
    if (!(bytes[at] > 32)) return whole;
    while (bytes[at] > 32) at++;
    const value = Number(latin(bytes, begin, at));
    return value;
  };
  // A face's colour follows its corners, on the same line.
  next.line = () => {
    while (at < bytes.length && bytes[at] !== 10) at++;
  };
  return next;
}

function latin(bytes, from, to) {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

/** Whether all corners turn the way of the whole face, a straight corner up to rounding errors allowed. */
function isConvex(corners, vertices) {
  const normal = [0, 0, 0];
  const turns = corners.map((_, i) => turn(corners, vertices, i));
  for (const turned of turns) for (let axis = 0; axis < 3; axis++) normal[axis] += turned[axis];
  const size = Math.hypot(...normal);
  return turns.every(turned =>
    turned[0] * normal[0] + turned[1] * normal[1] + turned[2] * normal[2] >= -1e-12 * size * size);
}

function turn(corners, vertices, i) {
  const [a, b, c] = [0, 1, 2].map(step => 3 * corners[(i + step) % corners.length]);
  const u = [0, 1, 2].map(axis => vertices[b + axis] - vertices[a + axis]);
  const v = [0, 1, 2].map(axis => vertices[c + axis] - vertices[b + axis]);
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}
