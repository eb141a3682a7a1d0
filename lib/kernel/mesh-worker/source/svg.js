// Reads what OpenSCAD exports as SVG: one path of closed contours, y downwards there and upwards here.

/** @returns {Float64Array[]} x y pairs of each contour */
export function readContours(bytes, mostPoints) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const contours = [];
  let points = 0;
  for (const path of text.matchAll(/<path\s+d="([^"]*)"/g)) {
    for (const piece of path[1].split(/[zZ]/)) {
      const numbers = piece.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g);
      if (numbers === null) continue;
      points += numbers.length / 2;
      if (points > mostPoints) return null;
      contours.push(Float64Array.from(numbers, (number, i) => (i % 2 === 0 ? rounded(number) : 0 - rounded(number))));
    }
  }
  return contours;
}

/** Six digits are what the tool writes into SVG by itself: a drawing is the same as when it was exported there. */
function rounded(number) {
  return Number(Number(number).toPrecision(6));
}
