// The values of forms: from the nodes of a file, and as text for a file.
'use strict';

const elzValues = (() => {
  const { Unreadable } = elzYaml;

  // Values: what a form shows.  A shape says what a file may hold: ["line"], ["text"] (with line breaks), ["flag"],
  // ["list", shape], ["record", {key: shape}], ["short", key, {key: shape}] (where a text alone is the value of the key),
  // ["words"] (keys of the zone's own, each with a text), ["keyed", {key: shape}] (the same, each with a record)

  const SCALARS = new Set(['line', 'text', 'flag']);
  const FLAGS = { ja: 'yes', true: 'yes', nee: 'no', neen: 'no', false: 'no' };

  // The text of one value, as elzctl takes it; blanks around it do not count, and Sveltia CMS takes them away.
  function told(text, kind) {
    if (kind === 'flag') return FLAGS[text.trim().toLowerCase()] || text.trim().toLowerCase();
    return kind === 'line' && text.includes('\n') ? text.split(/\s+/).filter(Boolean).join(' ') : text.trim();
  }

  function shown(node, shape) {
    if (node.type === 'none') return undefined;
    const [kind] = shape;
    if (kind === 'short' && node.type === 'text') return { [shape[1]]: node.value };
    const wanted = SCALARS.has(kind) ? 'text' : kind === 'list' ? 'list' : 'map';
    if (node.type !== wanted) throw new Unreadable(`a ${wanted} is expected where a ${node.type} stands`);
    if (SCALARS.has(kind)) return told(node.value, kind);
    if (kind === 'list') return node.items.map((item) => shown(item.node, shape[1])).filter((value) => value !== undefined);
    if (kind === 'words') return node.items.map((item) => ({ key: item.key, text: shown(item.node, ['line']) }));
    if (kind === 'keyed') return node.items.map((item) => ({ id: item.key, ...shown(item.node, ['record', shape[1]]) }));
    const fields = shape.at(-1);
    const found = {};
    for (const item of node.items) {
      if (!(item.key in fields)) continue;
      const value = shown(item.node, fields[item.key]);
      if (value !== undefined) found[item.key] = value;
    }
    return found;
  }

  // The same value without what is empty, in the order of the shape; undefined when nothing is left.
  function tidy(value, shape) {
    if (value === undefined || value === null || value === '') return undefined;
    const [kind] = shape;
    if (SCALARS.has(kind)) return told(String(value).replace(/\r\n?/g, '\n'), kind) || undefined;
    if (kind === 'list' || kind === 'words' || kind === 'keyed') {
      const inner = {
        list: shape[1],
        words: ['record', { key: ['line'], text: ['line'] }],
        keyed: ['record', { id: ['line'], ...shape[1] }],
      }[kind];
      const found = (Array.isArray(value) ? value : [value]).map((item) => tidy(item, inner));
      const filled = found.filter((item) => item !== undefined);
      return filled.length ? filled : undefined;
    }
    const found = {};
    for (const [key, inner] of Object.entries(shape.at(-1))) {
      const part = tidy(value[key], inner);
      if (part !== undefined) found[key] = part;
    }
    return Object.keys(found).length ? found : undefined;
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // Writing

  const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_ .,;!?'’()/+%€°–—…-]| & |:(?=[\p{L}\p{N}_/]))*(?<! )$/u;
  const FLOW = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_ .;!'’()/+%€°–—…-]| & |:(?=[\p{L}\p{N}_/]))*(?<! )$/u;
  const WORDS = new Set('y n yes no on off true false null nan inf none'.split(' '));

  // The text as a value on one line, as elzctl itself writes it.
  function scalar(text, { flow = false, style = '' } = {}) {
    const isPlain = (flow ? FLOW : PLAIN).test(text) && !WORDS.has(text.toLowerCase());
    if (isPlain && style !== 'double' && style !== 'single') return text;
    if (style === 'single' && !/[\n\x00-\x1f\x7f-\x9f]/.test(text)) return `'${text.replace(/'/g, "''")}'`;
    const quoted = JSON.stringify(text);
    return quoted.replace(
      /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }

  const keyText = (key) => (/^[A-Za-z0-9_][\w.-]*$/.test(key) ? key : scalar(key, { flow: true }));

  function flowText(value, shape) {
    if (SCALARS.has(shape[0])) return scalar(value, { flow: true });
    if (shape[0] === 'list') return `[${value.map((item) => flowText(item, shape[1])).join(', ')}]`;
    if (shape[0] === 'short' && same(Object.keys(value), [shape[1]])) return scalar(value[shape[1]], { flow: true });
    return `{${pairs(value, shape).map(([key, part, inner]) => `${keyText(key)}: ${flowText(part, inner)}`).join(', ')}}`;
  }

  // Key, value and shape of each part of a mapping.
  function pairs(value, shape) {
    if (shape[0] === 'words') return value.map(({ key = '', text = '' }) => [key, text, ['line']]);
    if (shape[0] === 'keyed') return value.map(({ id = '', ...rest }) => [id, rest, ['record', shape[1]]]);
    return Object.entries(value).map(([key, part]) => [key, part, shape.at(-1)[key]]);
  }

  const pad = (column) => ' '.repeat(column);

  function pairText([key, value, shape], column) {
    const name = `${keyText(key)}:`;
    if (SCALARS.has(shape[0])) {
      const isLong = /\n/.test(value) && /^[^\s\x00-\x1f\x7f-\x9f\ufeff][^\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]*$/.test(value);
      if (!isLong) return value === '' ? name : `${name} ${scalar(value)}`;
      const lines = value.split('\n').map((line) => (line ? pad(column + 2) + line : line));
      return `${name} |\n${lines.join('\n')}`;
    }
    if (shape[0] === 'list' && SCALARS.has(shape[1][0])) return `${name} ${flowText(value, shape)}`;
    if (shape[0] === 'list') return `${name}\n${value.map((item) => pad(column + 2) + itemText(item, shape[1], column + 2)).join('\n')}`;
    if (shape[0] === 'short' && same(Object.keys(value), [shape[1]])) return `${name} ${scalar(value[shape[1]])}`;
    const inner = pairs(value, shape);
    return inner.length ? `${name}\n${pad(column + 2)}${mapText(inner, column + 2)}` : name;
  }

  const mapText = (parts, column) => parts.map((part) => pairText(part, column)).join(`\n${pad(column)}`);

  function itemText(value, shape, column) {
    if (SCALARS.has(shape[0])) return `- ${scalar(value)}`;
    if (shape[0] === 'list') return `- ${flowText(value, shape)}`;
    return `- ${mapText(pairs(value, shape), column + 2)}`;
  }

  return { SCALARS, shown, tidy, same, scalar, keyText, flowText, pairs, pad, pairText, mapText, itemText };
})();
