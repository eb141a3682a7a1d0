// The protocol's part of CBOR (RFC 8949): definite lengths; integers, doubles, text, bytes, arrays, maps, booleans, null.

const DEEPEST = 16;

export function decode(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder();
  let at = 0;

  const argument = low => {
    if (low < 24) return low;
    const size = [1, 2, 4, 8][low - 24];
    if (size === undefined) throw new Error('a length of no known form');
    const place = at;
    at += size;
    if (size === 1) return view.getUint8(place);
    if (size === 2) return view.getUint16(place);
    return size === 4 ? view.getUint32(place) : Number(view.getBigUint64(place));
  };
  const take = count => {
    if (!(at + count <= bytes.byteLength)) throw new Error('bytes are missing');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const simple = low => {
    if (low === 20 || low === 21) return low === 21;
    if (low === 22) return null;
    at += low === 26 ? 4 : 8;
    if (low === 26) return view.getFloat32(at - 4);
    if (low === 27) return view.getFloat64(at - 8);
    throw new Error('a value of no known form');
  };
  const value = depth => {
    if (depth > DEEPEST) throw new Error('nested too deep');
    const head = view.getUint8(at++);
    const low = head & 31;
    switch (head >> 5) {
      case 0: return argument(low);
      case 1: return -1 - argument(low);
      case 2: return take(argument(low));
      case 3: return text.decode(take(argument(low)));
      case 4: {
        const list = [];
        for (let left = argument(low); left > 0; left--) list.push(value(depth + 1));
        return list;
      }
      case 5: {
        const map = new Map();
        for (let left = argument(low); left > 0; left--) map.set(value(depth + 1), value(depth + 1));
        return map;
      }
      case 7: return simple(low);
      default: throw new Error('a tag');
    }
  };
  return value(0);
}

export function encode(root) {
  const parts = [];

  const head = (major, count) => {
    const bytes = Buffer.alloc(count < 24 ? 1 : count < 65536 ? 3 : 5);
    if (count < 24) bytes[0] = (major << 5) | count;
    else if (count < 65536) {
      bytes[0] = (major << 5) | 25;
      bytes.writeUInt16BE(count, 1);
    } else {
      bytes[0] = (major << 5) | 26;
      bytes.writeUInt32BE(count, 1);
    }
    parts.push(bytes);
  };
  const number = value => {
    if (Number.isInteger(value) && Math.abs(value) < 4294967296 && !Object.is(value, -0)) {
      head(value < 0 ? 1 : 0, value < 0 ? -1 - value : value);
      return;
    }
    const bytes = Buffer.alloc(9);
    bytes[0] = 0xfb;
    bytes.writeDoubleBE(value, 1);
    parts.push(bytes);
  };
  const write = value => {
    if (value === null || value === undefined) parts.push(Buffer.from([0xf6]));
    else if (typeof value === 'boolean') parts.push(Buffer.from([value ? 0xf5 : 0xf4]));
    else if (typeof value === 'number') number(value);
    else if (typeof value === 'string') {
      const bytes = Buffer.from(value, 'utf8');
      head(3, bytes.length);
      parts.push(bytes);
    } else if (ArrayBuffer.isView(value)) {
      head(2, value.byteLength);
      parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
    } else if (Array.isArray(value)) {
      head(4, value.length);
      value.forEach(write);
    } else {
      const entries = Object.entries(value);
      head(5, entries.length);
      for (const [key, member] of entries) {
        write(key);
        write(member);
      }
    }
  };
  write(root);
  return Buffer.concat(parts);
}
