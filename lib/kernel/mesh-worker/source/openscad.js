// Runs OpenSCAD programs: each in a fresh instance, with the given files and the fonts as all that it can see.
import fs from 'node:fs';
import path from 'node:path';
import { START, instance } from './engine.js';
import { limitMemory } from './memory.js';
import { Log } from './log.js';
import { NotConvex, readOff, readStl } from './off.js';
import { readContours } from './svg.js';
import { repairHulls } from './hulls.js';

const FONTS_CONF = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/fonts</dir><cachedir>/tmp/fonts</cachedir></fontconfig>`;
const NOTHING = { outcome: 'no_result', code: 'openscad.empty', message: 'the program makes nothing', line: 0 };

const NOT_FINITE = { outcome: 'runtime', code: 'openscad.not_finite', message: 'a corner of the result lies nowhere', line: 0 };

// What a program that makes solids names somewhere; without any of it, the result is tried as a drawing first.
const SOLIDS =
  /\b(cube|sphere|cylinder|polyhedron|linear_extrude|rotate_extrude|surface|roof)\b|\.(stl|off|obj|amf|3mf|nef3?|csg)\b/i;

export async function start() {
  const fonts = readFonts(process.env.CADWRIGHT_FONTS);
  const prepare = files => layOut(files, fonts);
  const fresh = () => instance(prepare, null);
  let spare = await fresh();
  const take = async () => {
    const taken = spare ?? (await fresh());
    spare = null;
    return taken;
  };
  return {
    name: 'OpenSCAD 2025.01.19',
    answer: request => answer(request, take),
    rest() {
      if (spare !== null) return;
      globalThis.gc?.();
      limitMemory(Infinity);
      fresh().then(made => (spare ??= made));
    },
  };
}

function readFonts(folder) {
  if (!folder || !fs.existsSync(folder)) return [];
  return fs.readdirSync(folder)
    .filter(name => /\.(ttf|otf)$/i.test(name))
    .map(name => [name, fs.readFileSync(path.join(folder, name))]);
}

function layOut(files, fonts) {
  files.mkdir('/fonts');
  files.mkdir('/given');
  files.writeFile('/fonts/fonts.conf', FONTS_CONF);
  for (const [name, bytes] of fonts) {
    // The instances share the fonts' bytes.
    files.createDataFile('/fonts', name, bytes, true, false, true);
  }
}

async function answer(request, take) {
  limitMemory(START + request.get('memory'));
  const program = new Program(request, take);
  const first = await program.run(program.name);
  const failed = first.log.errors.some(error => error.includes('in applyHull()'));
  return program.reply(failed ? await repairHulls(program, first) : first);
}

/** One request's program and files, to be run in as many instances as it takes. */
export class Program {
  constructor(request, take) {
    this.request = request;
    this.take = take;
    this.name = request.get('name');
    this.flat = !this.sources().some(text => SOLIDS.test(text));
    this.extra = new Map();
  }

  sources() {
    const files = [...(this.request.get('files') ?? new Map())].filter(([name]) => name.endsWith('.scad'));
    return [this.request.get('text'), ...files.map(([, bytes]) => bytes)].map(bytes => Buffer.from(bytes).toString('latin1'));
  }

  /** A fresh instance that holds the program and its files. */
  async open() {
    const tool = await this.take();
    const given = [...(this.request.get('files') ?? new Map()), ...this.extra];
    for (const [name, bytes] of [[this.name, this.request.get('text')], ...given]) {
      const place = `/given/${name}`;
      const folder = path.posix.dirname(place);
      if (path.posix.normalize(place) !== place || !place.startsWith('/given/')) throw new Error('a path that leads out');
      tool.files.mkdirTree(folder);
      tool.files.writeFile(place, bytes);
    }
    tool.files.chdir(path.posix.dirname(`/given/${this.name}`));
    return tool;
  }

  /** Runs a file to a result of either dimension: `{log, status, thrown, kind, bytes}`. */
  async run(name) {
    const kinds = this.flat ? ['svg', 'off'] : ['off', 'svg'];
    const first = await this.export(name, kinds[0]);
    const other = kinds[0] === 'off' ? 'a 3D' : 'a 2D';
    // The tool's own main function must not run twice in one instance.
    return first.log.says(`Current top level object is not ${other}`) ? this.export(name, kinds[1]) : first;
  }

  /** A name in the program's own folder, so that relative paths mean the same. */
  nameBeside(name) {
    return path.posix.join(path.posix.dirname(this.name), name);
  }

  /** Runs a file to an export of one kind. */
  async export(name, kind) {
    return attempt(await this.open(), name, kind);
  }

  async reply({ log, thrown, status, kind, bytes, hulls }) {
    const printed = { echo: log.echo, warnings: log.warnings, errors: log.errors };
    const failure = outcome(log, thrown, status);
    if (failure !== null) return { ...failure, ...printed };
    if (bytes === null) return { ...NOTHING, ...printed };
    const most = this.request.get('triangles');
    const shape = kind === 'svg' ? this.contours(bytes, most) : await this.mesh(bytes, most);
    return { ...shape, ...printed, hulls: hulls ?? 0 };
  }

  contours(bytes, most) {
    const contours = readContours(bytes, most);
    if (contours === null) return tooLarge('points', most);
    if (contours.length === 0) return NOTHING;
    return { outcome: 'ok', dimension: 2, contours };
  }

  async mesh(bytes, most) {
    const mesh = await this.triangulated(bytes, most);
    if (mesh.triangles === null) return tooLarge('triangles', most);
    if (mesh.triangles.length === 0) return NOTHING;
    if (!mesh.vertices.every(Number.isFinite)) return NOT_FINITE;
    return { outcome: 'ok', dimension: 3, vertices: mesh.vertices, triangles: mesh.triangles };
  }

  async triangulated(bytes, most) {
    try {
      return readOff(bytes, most);
    } catch (failure) {
      if (!(failure instanceof NotConvex)) throw failure;
      // The text of STL takes several times longer to write and read, but the tool triangulates for it.
      return readStl((await this.export(this.last ?? this.name, 'stl')).bytes, most);
    }
  }
}

function tooLarge(what, most) {
  return { outcome: 'exhausted', code: `budget.${what}`, message: `the result has more than ${most} ${what}` };
}

function attempt(tool, name, kind) {
  const log = new Log();
  tool.listen(line => log.add(line));
  const output = `/result.${kind}`;
  let status = -1;
  let thrown = null;
  try {
    status = tool.run([`/given/${name}`, '-o', output, '--backend=Manifold']);
  } catch (failure) {
    thrown = failure;
  }
  const bytes = status === 0 && tool.files.analyzePath(output).exists ? tool.files.readFile(output) : null;
  return { log, status, thrown, kind, bytes };
}

function outcome(log, thrown, status) {
  const failure = log.failure();
  if (failure !== null) return { ...classify(failure.message), ...failure };
  if (thrown !== null) {
    // A number is a C++ exception that nobody caught.
    if (typeof thrown === 'number') return crash('the tool ended with an exception');
    // A RangeError is the end of the machine's stack, a trap that of the instance's.
    return thrown instanceof RangeError || /out of bounds/.test(thrown.message)
      ? { outcome: 'exhausted', code: 'openscad.stack', message: 'the program nests or recurses too deep', line: 0 }
      : crash(String(thrown.message ?? thrown).slice(0, 300));
  }
  if (log.says("Can't parse")) return { outcome: 'syntax', code: 'openscad.syntax', message: 'the program does not read', line: 0 };
  if (status === 0) return null;
  if (log.says('Current top level object is empty')) return NOTHING;
  const last = log.notes[log.notes.length - 1] ?? 'nothing said why';
  return { outcome: 'runtime', code: 'openscad.failed', message: `the tool gave up: ${last}`, line: 0 };
}

function crash(message) {
  return { outcome: 'crash', code: 'openscad.crash', message, line: 0 };
}

function classify(message) {
  if (/^Parser error/.test(message)) return { outcome: 'syntax', code: 'openscad.syntax' };
  if (/^Recursion detected/.test(message)) return { outcome: 'exhausted', code: 'openscad.recursion' };
  if (/^Can't (get|set) font/.test(message)) return { outcome: 'runtime', code: 'openscad.font_missing' };
  if (/^(Can't|The file)/.test(message)) return { outcome: 'runtime', code: 'openscad.file_missing' };
  if (/^Assertion/.test(message)) return { outcome: 'runtime', code: 'openscad.assertion' };
  return { outcome: 'runtime', code: 'openscad.error' };
}
