// Reads the tree that OpenSCAD exports as CSG: `name(arguments) { … }` and `name(arguments);`, all evaluated.

const DEEPEST = 10000;

/**
 * @returns {{nodes: Node[]}} in order; a node is `{modifier, name, args, start, end, children, parent}`, where start and
 *     end are offsets into the text
 */
export function readCsg(text) {
  const root = { name: 'group', args: '', children: [], parent: null, depth: 0, start: 0, end: text.length };
  const head = /\s*([%#!*]?)\s*(\w+)\(/y;
  let at = 0;
  let open = root;
  for (;;) {
    const close = /\s*\}/y;
    close.lastIndex = at;
    if (close.test(text)) {
      at = close.lastIndex;
      open.end = at;
      open = open.parent;
      if (open === null) throw new Error('a brace too many');
      continue;
    }
    head.lastIndex = at;
    const found = head.exec(text);
    if (found === null) break;
    const start = head.lastIndex - found[0].trimStart().length;
    const end = endOfArguments(text, head.lastIndex);
    const node = { modifier: found[1], name: found[2], args: text.slice(head.lastIndex, end), start, children: [], parent: open, depth: open.depth + 1 };
    if (node.depth > DEEPEST) throw new Error('the tree is too deep');
    open.children.push(node);
    at = end + 1;
    const next = /\s*([{;])/y;
    next.lastIndex = at;
    const mark = next.exec(text);
    if (mark === null) throw new Error('a node without an end');
    at = next.lastIndex;
    if (mark[1] === '{') open = node;
    else node.end = at;
  }
  if (open !== root || text.slice(at).trim() !== '') throw new Error('the tree is cut short');
  return root;
}

/** Where the parenthesis closes. */
function endOfArguments(text, from) {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      for (at++; text[at] !== '"'; at++) {
        if (at >= text.length) throw new Error('a text without an end');
        if (text[at] === '\\') at++;
      }
    } else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at;
  }
  throw new Error('arguments without an end');
}

/** Named arguments whose values are numbers, truth values or nested lists of these; others are left out. */
export function readArguments(text) {
  const values = {};
  const name = /\s*,?\s*(\$?\w+)\s*=\s*/y;
  let at = 0;
  for (;;) {
    name.lastIndex = at;
    const found = name.exec(text);
    if (found === null) return values;
    const end = endOfValue(text, name.lastIndex);
    const value = text.slice(name.lastIndex, end);
    if (/^[\d\s,.eE+[\]-]+$|^(true|false)$/.test(value)) values[found[1]] = JSON.parse(value);
    at = end;
  }
}

/** The matrix of `multmatrix`, which has no name before it. */
export function readMatrix(text) {
  return /^[\d\s,.eE+[\]-]+$/.test(text) ? JSON.parse(text) : null;
}

function endOfValue(text, from) {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[') depth++;
    else if (character === ']') depth--;
    else if (character === ',' && depth === 0) return at;
  }
  return text.length;
}
