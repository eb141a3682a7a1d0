// A worker for one pool: `main.js openscad` or `main.js manifold`. See ../README.md for the protocol.
import { decode, encode } from './cbor.js';
import { readFrames, writeFrame } from './frames.js';

const PROTOCOL = 1;
const kind = process.argv[2];
const worker = await (kind === 'openscad'
  ? import('./openscad.js')
  : import('./manifold.js')).then(module => module.start());

async function answer(frame) {
  const request = decode(frame);
  let reply;
  try {
    reply = await worker.answer(request);
  } catch (failure) {
    reply = { outcome: 'crash', code: 'worker.failed', message: String(failure.message ?? failure).slice(0, 500), line: 0 };
  }
  writeFrame(encode({ id: request.get('id'), ...reply }));
  worker.rest?.();
}

writeFrame(encode({ protocol: PROTOCOL, kernel: worker.name, landlock: 0 }));
readFrames(process.stdin, answer);
