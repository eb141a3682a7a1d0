// Exact booleans, hulls and Minkowski sums of closed meshes, by Manifold.
import Module from 'manifold-3d';
import { limitMemory } from './memory.js';
import { fromDoubles, toDoubles } from './precision.js';

const START = 32 << 20;

export async function start() {
  let module = await load();
  return {
    name: 'Manifold 3.5.4',
    async answer(request) {
      module ??= await load();
      const made = [];
      limitMemory(START + request.get('memory'));
      try {
        return perform(module, request, solid => (made.push(solid), solid));
      } catch (failure) {
        if (failure instanceof Refusal) return failure.reply;
        if (failure.name === 'ManifoldError') return refused('mesh.operation', failure.message);
        // What an instance does after a trap is not to be relied on.
        module = null;
        made.length = 0;
        return { outcome: 'crash', code: 'manifold.crash', message: String(failure.message ?? failure).slice(0, 300) };
      } finally {
        made.forEach(solid => solid.delete());
      }
    },
    rest: () => limitMemory(Infinity),
  };
}

async function load() {
  const module = await Module();
  module.setup();
  return module;
}

class Refusal extends Error {
  constructor(reply) {
    super(reply.message);
    this.reply = reply;
  }
}

function refused(code, message) {
  return { outcome: code === 'mesh.not_manifold' ? 'invalid' : 'runtime', code, message };
}

function perform(module, request, keep) {
  const solids = request.get('meshes').map((mesh, index) => solidOf(module, mesh, index, keep));
  const operation = request.get('operation');
  if (operation === 'overlap') return overlap(module, solids, keep);
  const result = combine(module, operation, solids, keep);
  if (result.status() !== 'NoError') throw new Refusal(refused('mesh.operation', `${operation} fails: ${result.status()}`));
  if (result.numTri() > request.get('triangles')) {
    throw new Refusal({ outcome: 'exhausted', code: 'budget.triangles', message: `the result has ${result.numTri()} triangles` });
  }
  const measures = { outcome: 'ok', volume: result.volume(), area: result.surfaceArea(), genus: result.isEmpty() ? 0 : result.genus() };
  return { ...measures, ...toDoubles(result) };
}

function solidOf(module, mesh, index, keep) {
  try {
    const solid = keep(fromDoubles(module, mesh, keep));
    if (solid.status() === 'NoError') return solid;
    throw new Refusal(refused('mesh.not_manifold', `mesh ${index} encloses no solid: ${solid.status()}`));
  } catch (failure) {
    if (failure.name !== 'ManifoldError') throw failure;
    throw new Refusal(refused('mesh.not_manifold', `mesh ${index} encloses no solid: ${failure.message}`));
  }
}

function combine(module, operation, solids, keep) {
  const { Manifold } = module;
  switch (operation) {
    case 'measure': return solids[0];
    case 'union': return keep(Manifold.union(solids));
    case 'difference': return keep(Manifold.difference(solids));
    case 'intersection': return keep(Manifold.intersection(solids));
    case 'hull': return keep(Manifold.hull(solids));
    case 'minkowski': return solids.slice(1).reduce((sum, solid) => minkowski(sum, solid, keep), keep(solids[0].translate(0, 0, 0)));
    default: throw new Refusal(refused('mesh.operation', `there is no operation "${operation}"`));
  }
}

/** Manifold counts the first solid in, which is right only where the second holds the origin: it is moved there. */
function minkowski(sum, solid, keep) {
  if (sum.isEmpty() || solid.isEmpty()) return keep(sum.subtract(sum));
  const [x, y, z] = solid.getMesh().vertProperties;
  const moved = keep(solid.translate(-x, -y, -z));
  return keep(keep(sum.minkowskiSum(moved)).translate(x, y, z));
}

function overlap(module, [first, second], keep) {
  const common = keep(module.Manifold.intersection(first, second));
  return { outcome: 'ok', first: first.volume(), second: second.volume(), common: common.volume() };
}
