// Frames on the worker's pipes: a 4-byte big-endian length, then that many bytes.
import fs from 'node:fs';

const LARGEST = 64 << 20;

/** Calls `take` with each frame in turn, one at a time; ends the process where the input ends or makes no sense. */
export function readFrames(input, take) {
  let parts = [];
  let held = 0;
  let needed = 4;
  let length = -1;
  const waiting = [];
  let busy = false;

  const next = async () => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await take(waiting.shift());
    busy = false;
  };
  input.on('data', part => {
    parts.push(part);
    held += part.length;
    while (held >= needed) {
      const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      const piece = bytes.subarray(0, needed);
      parts = [bytes.subarray(needed)];
      held -= needed;
      if (length < 0) {
        length = piece.readUInt32BE(0);
        if (length > LARGEST) process.exit(2);
        needed = length;
      } else {
        waiting.push(piece);
        length = -1;
        needed = 4;
      }
    }
    next().catch(failure => {
      process.stderr.write(`${failure.stack}\n`);
      process.exit(1);
    });
  });
  input.on('end', () => process.exit(0));
}

/** Writes all of a frame before it returns. */
export function writeFrame(bytes) {
  const frame = Buffer.allocUnsafe(4 + bytes.length);
  frame.writeUInt32BE(bytes.length, 0);
  frame.set(bytes, 4);
  for (let written = 0; written < frame.length;) {
    try {
      written += fs.writeSync(1, frame, written);
    } catch (failure) {
      if (failure.code !== 'EAGAIN') throw failure;
      Atomics.wait(PAUSE, 0, 0, 1);
    }
  }
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4));
