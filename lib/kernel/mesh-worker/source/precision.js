// Manifold computes in double precision, but its meshes carry single precision across the border. Its way to warp a
// solid shows the vertices as they are, and takes them back. Meshes cross around their own centre: far from the origin
// single precision could not tell neighbouring vertices apart.

/** A solid with exactly the given vertices; those that single precision cannot tell apart are one. */
export function fromDoubles(module, mesh, keep) {
  const vertices = numbers(mesh.get('vertices'), Float64Array);
  const triangles = numbers(mesh.get('triangles'), Uint32Array);
  const centre = centreOf(vertices);
  const rounded = Float32Array.from(vertices, (value, i) => value - centre[i % 3]);
  const input = new module.Mesh({ numProp: 3, vertProperties: rounded, triVerts: triangles });
  input.merge();
  const solid = keep(new module.Manifold(input));
  if (solid.status() !== 'NoError') return keep(solid.translate(0, 0, 0));
  const exact = new Map();
  for (let i = 0; i < vertices.length; i += 3) exact.set(key(rounded, i), i);
  return solid.warpBatch((places, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      const at = exact.get(key(places, i));
      for (let axis = 0; axis < 3; axis++) {
        places[i + axis] = at === undefined ? places[i + axis] + centre[axis] : vertices[at + axis];
      }
    }
  });
}

/** The vertices and triangles of a solid. */
export function toDoubles(solid) {
  const places = placesOf(solid);
  const centre = centreOf(places);
  const centred = solid.translate(centre.map(value => -value));
  try {
    const mesh = centred.getMesh();
    const exact = new Map();
    const moved = placesOf(centred);
    for (let i = 0; i < places.length; i += 3) exact.set(key(moved, i), i);
    const vertices = new Float64Array(3 * (mesh.vertProperties.length / mesh.numProp));
    for (let i = 0; i < vertices.length; i += 3) {
      const from = (i / 3) * mesh.numProp;
      const at = exact.get(key(mesh.vertProperties, from));
      if (at === undefined) throw new Error(`no corner of the solid lies at ${key(mesh.vertProperties, from)}`);
      vertices.set(places.subarray(at, at + 3), i);
    }
    return { vertices, triangles: Int32Array.from(mesh.triVerts) };
  } finally {
    centred.delete();
  }
}

function placesOf(solid) {
  const parts = [];
  solid.warpBatch((places, count) => parts.push(Float64Array.from(places.subarray(0, 3 * count)))).delete();
  return parts.length === 1 ? parts[0] : Float64Array.from(parts.flatMap(part => [...part]));
}

function centreOf(vertices) {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < vertices.length; i++) {
    low[i % 3] = Math.min(low[i % 3], vertices[i]);
    high[i % 3] = Math.max(high[i % 3], vertices[i]);
  }
  return low.map((value, axis) => (vertices.length === 0 ? 0 : (value + high[axis]) / 2));
}

function key(places, i) {
  return `${Math.fround(places[i])},${Math.fround(places[i + 1])},${Math.fround(places[i + 2])}`;
}

function numbers(bytes, Type) {
  return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
