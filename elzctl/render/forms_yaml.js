// The part of YAML that elzctl knows, with the place of every value; every value is text.
//
// It takes less than YAML allows, and refuses the rest: anchors, tags, keys that stand twice, odd line ends.
'use strict';

const elzYaml = (() => {
  const { folded, chomped, unquoted } = elzTexts;

  // What cannot be read with certainty.
  class Unreadable extends Error {}

  // Reads one text from its beginning to its end; a node knows where it begins and ends.
  class Reader {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    read() {
      if (/[\x85\u2028\u2029]/.test(this.text)) this.fail('a line end that is none everywhere');
      this.take(/---[ \t]*\n/y);
      if (/^(---|\.\.\.)([ \t\n]|$)/m.test(this.text.slice(this.at))) this.fail('a second document');
      const node = this.block(0);
      if (this.next() >= 0) this.fail('a line in another column');
      return node;
    }

    fail(what) {
      const line = this.text.slice(0, this.at).split('\n').length;
      throw new Unreadable(`line ${line}: ${what}`);
    }

    take(pattern) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found) this.at = pattern.lastIndex;
      return found;
    }

    sees(pattern) {
      pattern.lastIndex = this.at;
      return pattern.test(this.text);
    }

    // Goes to the next sign that is no blank and no comment; the column where it stands, -1 at the end.
    next() {
      this.take(/(?:[ ]*(?:(?<![^ \n])#[^\n]*)?(?:\n|$))*[ ]*/y);
      if (this.at >= this.text.length) return -1;
      if (this.text[this.at] === '#' && /^$|[ \n]/.test(this.text.slice(this.at - 1, this.at))) {
        this.take(/[^\n]*/y);
        return this.next();
      }
      if (this.text[this.at] === '\t') this.fail('a tab');
      return this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
    }

    // Goes over what may stand behind a value.
    endLine() {
      if (!this.take(/[ \t]*(?:(?<=[ \t])#[^\n]*)?(?=\n|$)/y)) this.fail('text behind a value');
    }

    nothing() {
      return { type: 'none', a: this.at, b: this.at };
    }

    block(least) {
      const here = this.at;
      const column = this.next();
      if (column >= least) return this.node(column);
      return { type: 'none', a: here, b: here };
    }

    node(column) {
      if (this.sees(/-(?=[ \n]|$)/y)) return this.list(column);
      const here = this.at;
      const isKey = this.key();
      this.at = here;
      if (isKey) return this.map(column);
      const value = this.value(column - 1);
      this.endLine();
      return value;
    }

    list(column) {
      const items = [];
      const a = this.at;
      while (this.next() === column && this.sees(/-(?=[ \n]|$)/y)) {
        const dash = this.at;
        this.at += 1;
        const after = this.at;
        this.take(/[ ]*/y);
        let node = { type: 'none', a: after, b: after };
        if (this.sees(/(?:#[^\n]*)?(?=\n|$)/y)) {
          this.endLine();
          const deeper = this.next();
          if (deeper > column) node = this.node(deeper);
        } else if (this.sees(/[|>]/y)) {
          node = this.blockText(column);
        } else {
          node = this.node(this.next());
        }
        items.push({ a: dash, b: Math.max(node.b, after), node });
      }
      return { type: 'list', flow: false, column, items, a, b: items.at(-1).b };
    }

    map(column) {
      const items = [];
      const a = this.at;
      while (this.next() === column) {
        const start = this.at;
        const key = this.key();
        if (!key) this.fail('a key is missing');
        if (items.some((item) => item.key === key.name)) this.fail('a key that stands twice');
        const after = this.at;
        this.take(/[ ]*/y);
        let node = { type: 'none', a: after, b: after };
        if (this.sees(/(?:#[^\n]*)?(?=\n|$)/y)) {
          this.endLine();
          const deeper = this.next();
          if (deeper > column) node = this.node(deeper);
          else if (deeper === column && this.sees(/-(?=[ \n]|$)/y)) node = this.list(column);
        } else {
          node = this.value(column);
          this.endLine();
        }
        items.push({ key: key.name, keyEnd: key.b, a: start, after, b: Math.max(node.b, after), node });
      }
      return { type: 'map', flow: false, column, items, a, b: items.at(-1).b };
    }

    // A key and its colon, or nothing.
    key() {
      const a = this.at;
      let name;
      if (this.sees(/["']/y)) {
        const quoted = this.take(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'/y);
        name = quoted && unquoted(quoted[0]);
      } else {
        const plain = this.take(/(?:[^ \t\n\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^ \t\n]))(?:[^ \t\n:#]|:(?=[^ \t\n])|(?<=[^ \t\n])#|[ \t]+(?=[^ \t\n:#]))*/y);
        name = plain && plain[0];
      }
      const b = this.at;
      if (name === null || name === undefined || !this.take(/[ \t]*:(?=[ \n]|$)/y)) {
        this.at = a;
        return null;
      }
      return { name, a, b };
    }

    // A value behind a key or dash in a column; its own lines begin further to the right.
    value(column) {
      if (this.sees(/["']/y)) return this.quoted();
      if (this.sees(/[[{]/y)) return this.flow();
      if (this.sees(/[|>]/y)) return this.blockText(column);
      return this.plain(column);
    }

    scalar(value, a, style) {
      return { type: 'text', value, a, b: this.at, style };
    }

    quoted() {
      const a = this.at;
      const found = this.take(/"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'/y);
      if (!found) this.fail('a quote that is not closed');
      const value = unquoted(found[0]);
      if (value === null) this.fail('an escape that is none');
      return this.scalar(value, a, found[0][0] === '"' ? 'double' : 'single');
    }

    plain(column) {
      const a = this.at;
      if (!this.sees(/[^ \t\n\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^ \t\n])/y)) this.fail('a sign that may not begin a value');
      let value = '';
      let gap = '';
      for (;;) {
        const line = this.take(/(?:[^ \t\n:#]|:(?=[^ \t\n])|(?<=[^ \t\n])#|[ \t]+(?=[^ \t\n#]))+/y);
        if (this.sees(/:/y)) this.fail('a colon in a value without quotes');
        value += gap + line[0];
        const end = this.at;
        const breaks = this.take(/[ \t]*\n(?:[ \t]*\n)*[ ]*/y);
        const here = this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
        if (!breaks || this.at >= this.text.length || here <= column || this.sees(/#/y)) {
          this.at = end;
          return this.scalar(value, a, 'plain');
        }
        if (this.sees(/\t/y)) this.fail('a tab');
        gap = folded(breaks[0]);
      }
    }

    blockText(column) {
      const a = this.at;
      const head = this.take(/([|>])(?:([1-9])([+-]?)|([+-]?)([1-9]?))[ \t]*(?:(?<=[ \t])#[^\n]*)?(?:\n|$)/y);
      if (!head) this.fail('a mark of a long text that is none');
      const given = Number(head[2] || head[5] || 0);
      const base = Math.max(column, 0);
      const rest = this.text.slice(this.at);
      const found = /^(?:[ ]*\n)*([ ]*)(?=[^ \n])/.exec(rest);
      let indent = given ? base + given : found ? found[1].length : 0;
      if (!given && (!found || indent <= column)) indent = column + 1 || 1;
      const lines = [];
      let end = this.at;
      let last = head[0].endsWith('\n') ? this.at - 1 : this.at;
      while (end < this.text.length) {
        const stop = this.text.indexOf('\n', end);
        const line = this.text.slice(end, stop < 0 ? undefined : stop);
        const isBlank = /^[ ]*$/.test(line);
        if (!isBlank && /^[ ]*/.exec(line)[0].length < indent) break;
        lines.push(line.slice(indent));
        end = stop < 0 ? this.text.length : stop + 1;
        if (!isBlank) last = stop < 0 ? end : stop;
      }
      this.at = last;
      const ended = this.text[last] === '\n' || last < end;
      return this.scalar(chomped(lines, head[1], head[3] || head[4] || '', ended), a, 'block');
    }

    flow() {
      const a = this.at;
      const isMap = this.text[a] === '{';
      const items = [];
      this.at += 1;
      for (;;) {
        this.next();
        if (this.take(isMap ? /}/y : /]/y)) break;
        const item = this.flowItem(isMap);
        if (isMap && items.some((other) => other.key === item.key)) this.fail('a key that stands twice');
        items.push(item);
        this.next();
        if (!this.take(/,/y) && !this.sees(isMap ? /}/y : /]/y)) this.fail('a comma is missing');
      }
      return { type: isMap ? 'map' : 'list', flow: true, items, a, b: this.at };
    }

    flowItem(isMap) {
      const first = this.flowValue();
      this.next();
      const colon = this.take(/:(?=[ \t\n,[\]{}])/y) || (isMap && first.style !== 'plain' && this.take(/:/y));
      if (!isMap) {
        if (colon) this.fail('a key in a list');
        return { node: first };
      }
      if (first.type !== 'text' || this.text.slice(first.a, first.b).includes('\n')) this.fail('a key has to be a word');
      if (!colon) return { key: first.value, node: this.nothing() };
      this.next();
      const node = this.sees(/[,}]/y) ? this.nothing() : this.flowValue();
      return { key: first.value, node };
    }

    flowValue() {
      if (this.sees(/["']/y)) return this.quoted();
      if (this.sees(/[[{]/y)) return this.flow();
      const a = this.at;
      if (!this.sees(/[^ \t\n\-?:,[\]{}#&*!|>'"%@`]|-(?=[^ \t\n,[\]{}])/y)) this.fail('a value is missing');
      const found = this.take(/(?:[^ \t\n:,[\]{}#]|:(?=[^ \t\n,[\]{}])|(?<=[^ \t\n])#|[ \t\n]+(?=[^ \t\n:,[\]{}#]|:[^ \t\n,[\]{}]))+/y);
      return this.scalar(found[0].replace(/[ \t]*\n[ \t\n]*/g, folded), a, 'plain');
    }
  }

  return { Reader, Unreadable };
})();
