// What the tool printed, sorted.

const MOST_LINES = 1000;
const LONGEST_TEXT = 4000;
const HEAD = /^(ECHO|TRACE|WARNING|[A-Z]+-WARNING|DEPRECATED|ERROR|[A-Z]+-ERROR): ?/;
const NOTE =
  /^(Could not init|Fontconfig|Geometr|CGAL |Total rendering|Top level|Current top level|Can't parse| {3}|Parsing|Rendering)/;

// A file, library or font that is not there: the part vanishes from the result, and the tool only warns.
const MISSING = /^(Can't (open|read|find include|get font|set font)|The file '.*' couldn't be opened)/;

export class Log {
  echo = [];
  warnings = [];
  errors = [];
  notes = [];
  #echoing = false;

  add(line) {
    const head = HEAD.exec(line);
    if (head !== null) {
      this.#echoing = head[1] === 'ECHO';
      const text = line.slice(head[0].length);
      append(this.#listOf(head[1]), this.#echoing ? text : text.replaceAll('/given/', ''));
    } else if (this.#echoing && !NOTE.test(line)) {
      // An echoed text may have several lines.
      const last = this.echo.length - 1;
      if (this.echo[last].length + line.length < LONGEST_TEXT) this.echo[last] += `\n${line}`;
    } else {
      this.#echoing = false;
      append(this.notes, line);
    }
  }

  /** The first thing that makes the result wrong, with its line, 0 where the tool names none; null when there is none. */
  failure() {
    const message = this.errors[0] ?? this.warnings.find(warning => MISSING.test(warning));
    if (message === undefined) return null;
    const line = / line (\d+)/.exec(message);
    return { message, line: line === null ? 0 : Number(line[1]) };
  }

  says(beginning) {
    return this.notes.some(note => note.startsWith(beginning));
  }

  #listOf(head) {
    if (head === 'ECHO') return this.echo;
    if (head === 'TRACE') return this.notes;
    return head.endsWith('ERROR') ? this.errors : this.warnings;
  }
}

function append(list, text) {
  if (list.length < MOST_LINES) list.push(text.slice(0, LONGEST_TEXT));
}
