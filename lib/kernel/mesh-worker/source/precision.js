// Manifold computes in double precision, but its meshes carry single precision across the border. Its way to warp a
// solid shows the vertices as they are, and takes them back.

/** A solid with exactly the given vertices. */
export function fromDoubles(module, mesh, keep) {
  const vertices = numbers(mesh.get('vertices'), Float64Array);
  const triangles = numbers(mesh.get('triangles'), Uint32Array);
  const input = new module.Mesh({ numProp: 3, vertProperties: Float32Array.from(vertices), triVerts: triangles });
  input.merge();
  const rounded = keep(new module.Manifold(input));
  if (rounded.status() !== 'NoError') return keep(rounded.translate(0, 0, 0));
  const exact = new Map();
  for (let i = 0; i < vertices.length; i += 3) exact.set(key(vertices, i), i);
  return rounded.warpBatch((places, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      const at = exact.get(key(places, i));
      if (at !== undefined) for (let axis = 0; axis < 3; axis++) places[i + axis] = vertices[at + axis];
    }
  });
}

/** The vertices and triangles of a solid. */
export function toDoubles(solid) {
  const mesh = solid.getMesh();
  const count = mesh.vertProperties.length / mesh.numProp;
  const vertices = new Float64Array(3 * count);
  const exact = new Map();
  solid.warpBatch((places, total) => {
    for (let i = 0; i < 3 * total; i += 3) exact.set(key(places, i), Float64Array.from(places.subarray(i, i + 3)));
  }).delete();
  for (let i = 0; i < count; i++) {
    const place = mesh.vertProperties.subarray(i * mesh.numProp, i * mesh.numProp + 3);
    vertices.set(exact.get(key(place, 0)) ?? place, 3 * i);
  }
  return { vertices, triangles: Int32Array.from(mesh.triVerts) };
}

function key(places, i) {
  return `${Math.fround(places[i])},${Math.fround(places[i + 1])},${Math.fround(places[i + 2])}`;
}

function numbers(bytes, Type) {
  return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
