// A way round the hulls that this build of OpenSCAD cannot make. Its geometry library rests on directed rounding, which
// WebAssembly has not, and gives up on some sets of points ("CGAL error in applyHull()"). The program's evaluated tree
// is taken, each hull of solids in it is made by Manifold from the same corners, and the tree with these runs again.
import { corners } from './primitives.js';
import { readArguments, readCsg, readMatrix } from './csg.js';
import { readOff } from './off.js';
import { convexHull } from './convex.js';

const TREE = 'cadwright-tree.csg';
const PART = 'cadwright-part.csg';
const MOST_PARTS = 200;
const MOST_POINTS = 2_000_000;
const TOGETHER = new Set(['group', 'union', 'color', 'render', 'hull']);

/** What the program's run would have been; the first run where there is no way round. */
export async function repairHulls(program, first) {
  const exported = await program.export(program.name, 'csg');
  if (exported.bytes === null) return first;
  const text = Buffer.from(exported.bytes).toString('utf8');
  const repair = new Repair(program, text);
  const repaired = await repair.run();
  if (repair.count === 0) return first;
  const tree = program.nameBeside(TREE);
  program.extra.set(tree, repaired);
  program.last = tree;
  const second = await program.run(tree);
  second.log.echo = first.log.echo;
  second.log.warnings = first.log.warnings;
  const others = first.log.errors.filter(error => !error.includes('in applyHull()'));
  second.log.errors = [...others, ...second.log.errors];
  return { ...second, hulls: repair.count };
}

class Repair {
  count = 0;
  #parts = new Map();

  constructor(program, text) {
    this.program = program;
    this.text = text;
  }

  /** The tree's text with its outermost hulls of solids replaced. */
  async run() {
    const pieces = [];
    let from = 0;
    const waiting = [...readCsg(this.text).children];
    while (waiting.length > 0) {
      const node = waiting.shift();
      const solid = node.name === 'hull' ? await this.#hull(node) : null;
      if (solid === null) {
        waiting.unshift(...node.children);
        continue;
      }
      this.count++;
      pieces.push(this.text.slice(from, node.start), node.modifier, solid);
      from = node.end;
    }
    return pieces.join('') + this.text.slice(from);
  }

  /** The hull as the text of a polyhedron; null for flat ones and where the corners cannot be had. */
  async #hull(node) {
    const points = await this.#pointsOf(node);
    const hull = points === null ? null : await convexHull(points);
    if (hull === null) return null;
    const faces = [];
    // OpenSCAD's faces run clockwise seen from outside.
    for (let i = 0; i < hull.triangles.length; i += 3) faces.push(`[${hull.triangles.slice(i, i + 3).reverse().join(',')}]`);
    return `polyhedron(points=[${hull.points.map(point => `[${point.join(',')}]`).join(',')}],faces=[${faces.join(',')}],convexity=1);`;
  }

  /** The corners below a node, x y z in a row; null where they are not those of a solid. */
  async #pointsOf(root) {
    const points = [];
    const waiting = [[root, null]];
    while (waiting.length > 0) {
      const [node, matrix] = waiting.pop();
      if (node.modifier === '%' || node.modifier === '*') continue;
      const inner = node.name === 'multmatrix' ? product(matrix, readMatrix(node.args)) : matrix;
      if (node.name === 'multmatrix' ? inner !== null : TOGETHER.has(node.name)) {
        node.children.forEach(child => waiting.push([child, inner]));
        continue;
      }
      const own = corners(node.name, readArguments(node.args)) ?? (await this.#probe(node));
      if (own === null || points.length + own.length > MOST_POINTS) return null;
      place(own, matrix, points);
    }
    return points;
  }

  /** Has the tool itself make a part of the tree. */
  async #probe(node) {
    const text = this.text.slice(node.start, node.end);
    if (this.#parts.has(text)) return this.#parts.get(text);
    if (this.#parts.size >= MOST_PARTS) return null;
    const name = this.program.nameBeside(PART);
    this.program.extra.set(name, text);
    const made = await this.program.export(name, 'off');
    this.program.extra.delete(name);
    const empty = made.log.says('Current top level object is empty');
    const points = made.bytes === null ? (empty ? [] : null) : [...readOff(made.bytes, Infinity, true).vertices];
    this.#parts.set(text, points);
    return points;
  }
}

function product(a, b) {
  if (a === null || b === null) return b;
  return a.map(row => b[0].map((_, column) => row.reduce((sum, value, k) => sum + value * b[k][column], 0)));
}

function place(own, matrix, points) {
  for (let i = 0; i < own.length; i += 3) {
    const [x, y, z] = [own[i], own[i + 1], own[i + 2]];
    if (matrix === null) points.push(x, y, z);
    else for (let row = 0; row < 3; row++) points.push(matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z + matrix[row][3]);
  }
}
