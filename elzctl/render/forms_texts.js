// What the characters of a YAML text mean: quotes, escapes, folded and kept line breaks.
'use strict';

const elzTexts = (() => {
  // What line breaks amount to in a text that is folded.
  function folded(gap) {
    const breaks = gap.split('\n').length - 1;
    return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
  }

  function chomped(lines, style, keep, ended) {
    let count = lines.length;
    while (count && !lines[count - 1].trim()) count -= 1;
    const empty = lines.length - count;
    const body = style === '|' ? lines.slice(0, count).join('\n') : unfolded(lines.slice(0, count));
    if (keep === '-') return body;
    if (keep === '+') return body + '\n'.repeat(empty + (count && ended ? 1 : 0));
    return count && ended ? `${body}\n` : body;
  }

  function unfolded(lines) {
    let found = '';
    let breaks = 0;
    let wasWide = true;
    lines.forEach((line, place) => {
      if (!line) {
        breaks += 1;
        return;
      }
      const wide = /^[ \t]/.test(line);
      if (!place || !found) found = '\n'.repeat(breaks) + line;
      else if (wide || wasWide) found += '\n'.repeat(breaks + 1) + line;
      else found += (breaks ? '\n'.repeat(breaks) : ' ') + line;
      breaks = 0;
      wasWide = wide;
    });
    return found;
  }

  const ESCAPES = {
    0: '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ', '"': '"',
    '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029',
  };

  // What stands between quotes; null when an escape is none.
  function unquoted(text) {
    const inside = text.slice(1, -1);
    if (text[0] === "'") return inside.replace(/''|[ \t]*\n[ \t\n]*/g, (found) => (found === "''" ? "'" : folded(found)));
    let isWrong = false;
    const value = inside.replace(
      /\\(?:\n[ \t]*|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])|[ \t]*\n[ \t\n]*/g,
      (found) => {
        if (found[0] !== '\\') return folded(found);
        if (found[1] === '\n') return '';
        if (found.length > 2) {
          const code = parseInt(found.slice(2), 16);
          if (code <= 0x10ffff) return String.fromCodePoint(code);
        }
        if (!(found[1] in ESCAPES)) isWrong = true;
        return ESCAPES[found[1]];
      },
    );
    return isWrong ? null : value;
  }

  return { folded, chomped, unquoted };
})();
