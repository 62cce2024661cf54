// The files of a plan for web forms: every value is read as text, and only what changed is written.
//
// A form gives back values. What they change is put into the text that the file had: comments, quotes and order stay.
// A file that cannot be read here with certainty is not opened, and nothing is saved that does not read back the same.
'use strict';

const elzFiles = (() => {
  const ORIGINAL = '_elzctl';
  const { Reader } = elzYaml;
  const { SCALARS, shown, tidy, same, scalar, keyText, flowText, pairs, pad, pairText, mapText, itemText } = elzValues;

  // Changes to one text, each where it belongs.
  class Editor {
    constructor(text) {
      this.text = text;
      this.edits = [];
    }

    result() {
      const order = this.edits.map((edit, place) => ({ ...edit, ...this.outside(edit), place }));
      order.sort((one, other) => one.a - other.a || one.place - other.place);
      let found = '';
      let at = 0;
      for (const { a, b, text } of order) {
        if (a < at && text) throw new Error('two changes touch the same words');
        found += this.text.slice(at, Math.max(a, at)) + text;
        at = Math.max(at, b);
      }
      return found + this.text.slice(at);
    }

    // Where a change stands; new lines behind a line that goes stand behind the line before it.
    outside({ a, b, text }) {
      if (a < b || text[0] !== '\n') return { a, b };
      const around = this.edits.find((gone) => gone.a < a && a < gone.b);
      if (!around || this.text[around.a - 1] !== '\n') return { a, b };
      return this.outside({ a: around.a - 1, b: around.a - 1, text });
    }

    put(a, b, text) {
      this.edits.push({ a, b, text });
    }

    lineEnd(at) {
      const end = this.text.indexOf('\n', at);
      return end < 0 ? this.text.length : end;
    }

    change(node, shape, old, value) {
      if (same(old, value)) return;
      const [kind] = shape;
      if (SCALARS.has(kind) && node.style !== 'block') this.put(node.a, node.b, scalar(value, { style: node.style }));
      else if (kind === 'short' && node.type === 'text' && same(Object.keys(value), [shape[1]]))
        this.change(node, ['line'], old[shape[1]], value[shape[1]]);
      else if (node.flow && !/#/.test(this.text.slice(node.a, node.b))) this.whole(node, shape, node.a, node.b, flowText(value, shape));
      else if (kind === 'list') this.items(node, shape[1], old, value);
      else if (kind === 'words' || kind === 'keyed') this.named(node, shape, old, value);
      else this.record(node, shape, old, value);
    }

    record(node, shape, old, value) {
      const fields = Object.entries(shape.at(-1));
      const there = new Map(node.items.map((item) => [item.key, item]));
      const goes = ({ key }) => old[key] !== undefined && value[key] === undefined;
      const first = node.items.find((item) => !goes(item));
      if (!first || (goes(node.items[0]) && this.shares(node.items[0]))) {
        this.whole(node, shape, node.a, node.b, mapText(pairs(value, shape), node.column));
        return;
      }
      let anchor = null;
      for (const [key, inner] of fields) {
        const item = there.get(key);
        if (item && goes(item)) this.cut(item);
        else if (item && value[key] !== undefined) this.pair(item, [key, value[key], inner], old[key], node.column);
        else if (value[key] !== undefined) this.insert(node, anchor, first, pairText([key, value[key], inner], node.column));
        if (item && !goes(item)) anchor = item;
      }
    }

    // The key and value of an item of a mapping; *old* is the value that it had.
    pair(item, [key, value, shape], old, column) {
      const { node } = item;
      const staysText = SCALARS.has(shape[0]) && node.style !== 'block' && !/\n/.test(value);
      const isShort = shape[0] === 'short' && same(Object.keys(value), [shape[1]]);
      if (!same(old, value) && (old === undefined || node.type === 'none' || (node.type === 'text' && !staysText && !isShort))) {
        this.whole(node, shape, item.a, item.b, pairText([key, value, shape], column));
        return;
      }
      if (item.key !== key) this.put(item.a, item.keyEnd, keyText(key));
      this.change(node, shape, old, value);
    }

    items(node, shape, old, value) {
      if (old.length !== node.items.length) throw new Error('a list with an empty place');
      const made = (wanted) => itemText(wanted, shape, node.column);
      this.aligned(node, old, value, JSON.stringify, made, (item, was, wanted) => {
        const isText = item.node.type === 'text' && item.node.style !== 'block';
        if (item.node.type === 'map' || isText) this.change(item.node, shape, was, wanted);
        else this.whole(item.node, shape, item.a, item.b, made(wanted));
      });
    }

    named(node, shape, old, value) {
      const made = (wanted) => pairText(wanted, node.column);
      this.aligned(node, pairs(old, shape), pairs(value, shape), ([key]) => key, made, (item, [, was], wanted) => {
        const isEmpty = typeof was !== 'string' && !Object.keys(was).length;
        this.pair(item, wanted, isEmpty ? undefined : was, node.column);
      });
    }

    // Items that keep their name stay; those between them are changed one by one, then put in or taken out.
    aligned(node, old, value, name, made, change) {
      const kept = common(old.map(name), value.map(name));
      let [from, to] = [0, 0];
      for (const [one, other] of [...kept, [old.length, value.length]]) {
        let anchor = from ? node.items[from - 1] : null;
        for (; from < one && to < other; from += 1, to += 1) {
          change(node.items[from], old[from], value[to]);
          anchor = node.items[from];
        }
        for (; to < other; to += 1) this.insert(node, anchor, node.items[from], made(value[to]));
        for (; from < one; from += 1) this.cut(node.items[from]);
        if (one < old.length && name(old[one]) === name(value[other]) && !same(old[one], value[other])) change(node.items[one], old[one], value[other]);
        [from, to] = [one + 1, other + 1];
      }
    }

    // A text of its own line behind an item, or before the first that stays.
    insert(node, anchor, first, text) {
      if (anchor) {
        const at = this.lineEnd(anchor.b);
        this.put(at, at, `\n${pad(node.column)}${text}`);
      } else {
        this.put(first.a, first.a, `${text}\n${pad(node.column)}`);
      }
    }

    // True when other text stands before an item on its line.
    shares(item) {
      return Boolean(this.text.slice(this.text.lastIndexOf('\n', item.a - 1) + 1, item.a).trim());
    }

    cut(item) {
      if (this.shares(item)) throw new Error('what begins in the middle of a line cannot be taken out');
      const start = this.text.lastIndexOf('\n', item.a - 1) + 1;
      const end = this.lineEnd(item.b);
      if (end < this.text.length) this.put(start, end + 1, '');
      else this.put(Math.max(start - 1, 0), end, '');
    }

    // Other text for the whole of a node; not when keys would be lost that a form does not show.
    whole(node, shape, a, b, text) {
      if (!isCovered(node, shape)) throw new Error('keys that the form does not know would be lost');
      this.put(a, b, text);
    }
  }

  // True when a form shows all that stands in a node.
  function isCovered(node, shape) {
    if (node.type === 'list') return shape[0] === 'list' && node.items.every((item) => isCovered(item.node, shape[1]));
    if (node.type !== 'map') return true;
    if (shape[0] === 'words') return true;
    if (shape[0] === 'keyed') return node.items.every((item) => isCovered(item.node, ['record', shape[1]]));
    return node.items.every(({ key, node: inner }) => key in shape.at(-1) && isCovered(inner, shape.at(-1)[key]));
  }

  // The places of what two lists of names have in common, in order: the most there can be.
  function common(old, value) {
    const most = Array.from({ length: old.length + 1 }, () => new Array(value.length + 1).fill(0));
    for (let one = old.length - 1; one >= 0; one -= 1)
      for (let other = value.length - 1; other >= 0; other -= 1)
        most[one][other] =
          old[one] === value[other] ? most[one + 1][other + 1] + 1 : Math.max(most[one + 1][other], most[one][other + 1]);
    const found = [];
    for (let one = 0, other = 0; one < old.length && other < value.length; ) {
      if (old[one] === value[other]) found.push([one++, other++]);
      else if (most[one + 1][other] >= most[one][other + 1]) one += 1;
      else other += 1;
    }
    return found;
  }

  // The data of a file with other values.
  function rewritten(data, shape, wanted) {
    const node = new Reader(data).read();
    const old = tidy(shown(node, shape), shape);
    const value = tidy(wanted, shape);
    if (same(old, value)) return data;
    if (value === undefined) throw new Error('nothing would be left');
    let text;
    if (node.type === 'none') {
      text = `${data.trimEnd()}\n${fresh(value, shape)}`.trimStart();
    } else {
      const editor = new Editor(data);
      editor.change(node, shape, old ?? (node.type === 'list' ? [] : {}), value);
      text = editor.result();
    }
    const back = tidy(shown(new Reader(text).read(), shape), shape);
    if (!same(back, value)) throw new Error('this cannot be saved so that it reads back the same');
    return text;
  }

  function fresh(value, shape) {
    if (shape[0] === 'list') return `${value.map((item) => itemText(item, shape[1], 0)).join('\n')}\n`;
    return `${mapText(pairs(value, shape), 0)}\n`;
  }

  // Files

  const FRONT = /^(---[ \t]*\n)([^]*?)(?<=\n)(---[ \t]*(?:\n+|$))([^]*)$/;

  // A file of data and text: a form has the keys of the data, and “body”.
  function page(shape) {
    return {
      fromFile: (text) => {
        const front = FRONT.exec(text);
        if (!front) return { body: text };
        return { ...shown(new Reader(front[2]).read(), shape), body: front[4], [ORIGINAL]: text };
      },
      toFile: ({ body = '', [ORIGINAL]: original, ...value }) => {
        const text = (body || '').replace(/\r\n?/g, '\n');
        const front = FRONT.exec(original || '');
        if (!front) return `---\n${rewritten('', shape, value)}---\n\n${text.replace(/^\n+/, '')}`;
        const rest = text.trim() === front[4].trim() ? front[4] : text.replace(/^\n+/, '');
        const gap = front[3].endsWith('\n') ? front[3] : `${front[3]}\n\n`;
        return front[1] + rewritten(front[2], shape, value) + (rest ? gap : front[3]) + rest;
      },
    };
  }

  // A file of data alone; one that is a list, or has keys of the zone's own, is the field “items” of a form.
  function data(shape) {
    const isWhole = shape[0] === 'record';
    return {
      fromFile: (text) => {
        const value = shown(new Reader(text).read(), shape);
        return { ...(isWhole ? value : { items: value }), [ORIGINAL]: text };
      },
      toFile: ({ [ORIGINAL]: original, ...value }) => rewritten(original || '', shape, isWhole ? value : value.items),
    };
  }

  return { page, data };
})();
