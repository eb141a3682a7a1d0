// Leaves in package-lock.json what the worker imports: manifold-3d's command-line tools bring three dozen packages
// more, none of which its library needs. Run after `npm install --package-lock-only`.
import fs from 'node:fs';

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const wanted = Object.keys(lock.packages[''].dependencies).map(name => `node_modules/${name}`);
for (const path of Object.keys(lock.packages)) {
  if (path !== '' && !wanted.includes(path)) delete lock.packages[path];
}
for (const path of wanted) {
  for (const field of ['dependencies', 'peerDependencies', 'bin', 'resolved']) delete lock.packages[path][field];
}
fs.writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
