// How much memory the instances in this process may take.

const OUT_OF_MEMORY = 86;

const grow = WebAssembly.Memory.prototype.grow;
let limit = Infinity;

// A refused growth would be an ordinary null pointer inside, and the program would go on with half a result.
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > limit) endForWantOfMemory();
  return grow.call(this, pages);
};

/** The most that an instance's memory may grow to from now on, in bytes. */
export function limitMemory(bytes) {
  limit = bytes;
}

/** Ends the process with the status that the pool knows. */
export function endForWantOfMemory() {
  process.exit(OUT_OF_MEMORY);
}
