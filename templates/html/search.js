
// Searching all pages: the index comes with the first key. Words of the plan are shown as text, never read as HTML.
{
  const element = (tag, name, values) => Object.assign(document.createElement(tag), { id: `_elz-${name}`, ...values });
  const form = document.getElementById("_elz-search"), box = form?.firstElementChild;
  const panel = element("div", "results", { className: "results", hidden: true });
  const said = element("p", "said", { role: "status" }), list = element("div", "found", { role: "listbox", tabIndex: -1 });
  panel.append(said, list);
  const MOST = 30, ATLEAST = 2, FEW = 5;
  const WORD = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
  const PIECE = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
  let index, loading, hits = [], here = -1, isLost, later;

  // The same words as in elzctl/render/site/search_words.py.
  const fold = (text) => text.replaceAll("’", "'").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => fold(text).match(WORD) ?? [];
  const stem = (word) => {
    if (!index.stems.has(word))
      index.stems.set(word, /[0-9]/.test(word) ? word : index.rules.reduce((left, [old, now]) => left.replace(old, now), word));
    return index.stems.get(word);
  };

  const load = () => (loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = form.dataset.index;
    script.onload = () => done(read(globalThis.elzSearch));
    script.onerror = failed;
    document.head.append(script);
  }));
  const read = (data) => {
    list.ariaLabel = data.said.results;
    box.title = data.said.keys;
    index = { ...data, stems: new Map(), stop: new Set(data.stop.split(" ")), terms: new Map(), titles: new Map() };
    index.rules = data.rules.map(([old, now]) => [new RegExp(old, "gu"), now]);
    index.entries = data.entries.map(([kind, path, number, title, lead]) => ({ kind, path, number, title, lead }));
    index.passages = data.passages.flatMap(([at, ...titles]) => titles.map((title) => [at, data.titles[title]]));
    const places = data.places.split(",");
    // What a kind is called are words of all that is of this kind.
    const called = ([kind, [label, , also = ""]]) => [kind, new Set(wordsOf(`${label} ${also}`).filter((one) => !index.stop.has(one)).map(stem))];
    index.called = Object.fromEntries(Object.entries(data.kinds).map(called));
    if (data.stems) data.stems.split(" ").forEach((one, at) => index.terms.set(one, places[at]));
    index.entries.forEach((entry, at) => {
      entry.spelt = wordsOf(entry.title);
      // The number of a decision stands where it says of which meeting it is: "besluit B3, Clusteroverleg".
      entry.numbers = entry.kind === "decision" ? wordsOf(entry.lead.split(",")[0]).filter((one) => /[0-9]/.test(one)) : [entry.number];
      entry.roots = entry.spelt.map(stem);
      for (const root of entry.roots) {
        const found = index.titles.get(root);
        if (found) found.add(at);
        else index.titles.set(root, new Set([at]));
      }
    });
  };
  const placesOf = (text) => {
    let at = 0;
    return text.split(" ").map((step) => (at += parseInt(step, 36)));
  };
  // What comes after all that can be found are the passages of some of it.
  const passage = (place) => index.passages[place - index.entries.length];
  const owner = (place) => passage(place)?.[0] ?? place;

  // How well a stem answers a word: the same, the beginning of it, or in the middle of a long one ("zorg" in "mantelzorg").
  const likeness = (one, { word, root }) => {
    if (one === root || one === word) return 1;
    if (root.length < 2) return 0;
    if (one.startsWith(root) || one.startsWith(word)) return 0.5;
    return root.length > 3 && one.includes(root) ? 0.2 : 0;
  };
  // Dutch writes words together: "artsen" in "huisartsenkring".  Of a text only stems are known, and that of "arts" is "art",
  // so that what stands before it has to be a word too: as "huis" is, and "opst" of "opstart" is not.
  const isKnown = (root) => index.titles.has(root) || index.terms.has(root);
  const endsIn = (term, { word, root }) => word.length > 3 && term.length > root.length + 2 && term.endsWith(root) && isKnown(stem(term.slice(0, -root.length)));
  const within = (word, root, one) => (one.core.length > 3 && word.includes(one.core)) || endsIn(root, one);
  // How near a word of a text is to one that is looked for: 2 for the word, its beginning or its end ("huisartsen"); 1 for what
  // is found only since it may be a word within another: "zorg" in "mantelzorgers", but "geld" in "geregeld" too.
  const nearness = (piece, one) => {
    const word = fold(piece), root = stem(word), like = Math.max(likeness(root, one), likeness(word, one));
    return like >= 0.5 || endsIn(root, one) ? 2 : like || within(word, root, one) ? 1 : 0;
  };
  const isKind = ({ root }) => Object.values(index.called).some((roots) => roots.has(root));
  const isOf = ({ kind }, { root }) => index.called[kind].has(root);
  // 2 when it is the number of what can be found, and 1 when that stands under it: 3.3.6 under 3.3.
  const numbered = ({ numbers, number }, word) => (!word ? 0 : numbers.includes(word) ? 2 : /^[0-9.]+$/.test(word) && number.startsWith(word + ".") ? 1 : 0);
  // The number, when nothing else is asked for: "3.3.6", "actie 3.3.6".
  const numberIn = (text) => {
    const left = wordsOf(text).filter((one) => !index.stop.has(one) && !isKind({ root: stem(one) }));
    return left.length === 1 && /[0-9]/.test(left[0]) ? left[0] : "";
  };
  const asked = (text) => {
    const number = numberIn(text), all = [...new Set(wordsOf(text).filter((one) => one.length > 1 || one === number))];
    const chosen = all.filter((one) => !index.stop.has(one));
    return (chosen.length ? chosen : all).map((word) => ({ word, root: stem(word), core: word.replace(/^(.{4,})en$/u, "$1") }));
  };
  // A day in figures as it stands in titles: 2025-05-13 and 13/5/2025 are 13 mei 2025.
  const inWords = (text) => {
    const named = (whole, day, month, year) => [day && +day, index.months[month - 1], year].filter(Boolean).join(" ");
    const given = (whole, year, month, day) => (index.months[month - 1] ? named(whole, day, month, year) : whole);
    return text
      .replace(/\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b/g, given)
      .replace(/\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b/g, (whole, day, mark, month, year) => given(whole, year, month, day));
  };
  // The day in a text, as the title of a meeting ends in it; the year may be left out.
  const dayIn = (text) => {
    const months = index.months.map(fold);
    const found = fold(text).match(RegExp(`(?:^|\\D)0?(\\d{1,2}) (${months.join("|")})(?: (\\d{4}))?(?!\\w)`));
    return found && RegExp(`, ${found[1]} ${found[2]} ${found[3] ?? "\\d{4}"}$`);
  };
  const search = (text) => {
    const wanted = asked(text), total = index.entries.length, found = new Map();
    // What kind it is of says less than what else is asked for.
    const plain = wanted.filter((one) => !isKind(one)), strong = plain.length ? plain : wanted;
    const number = numberIn(text), phrase = fold(text.trim()), roots = [wanted, strong].map((some) => some.map(({ root }) => root).join(" "));
    const day = dayIn(text), same = wanted.map(() => new Set());
    const close = wanted.map(() => new Set()), parts = new Map();
    const give = (at, which, score) => {
      const one = found.get(at) ?? found.set(at, []).get(at);
      one[which] = Math.max(one[which] ?? 0, score);
    };
    // In which entries a word stands, and in which passages of them.
    const heldIn = (held, which, isClose) => {
      const all = placesOf(held), places = [...new Set(all.map(owner))];
      for (const place of all.filter(passage)) {
        const part = parts.get(place) ?? parts.set(place, new Map()).get(place);
        part.set(wanted[which], isClose || part.get(wanted[which]) || false);
      }
      return places;
    };
    for (const [terms, weight] of [[index.titles, 8], [index.terms, 1]])
      for (const [term, held] of terms)
        wanted.forEach((one, which) => {
          const like = likeness(term, one);
          if (!like) return;
          const places = held.split ? heldIn(held, which, like >= 0.5) : [...held];
          const score = like * weight * Math.log(1 + total / places.length);
          for (const at of places) give(at, which, score);
          if (like === 1) for (const at of places) same[which].add(at);
          if (like >= 0.5) for (const at of places) close[which].add(at);
        });
    // Parts of words only where the word itself gives little, or a short one would bring everything along.
    wanted.forEach((one, which) => {
      if (same[which].size >= FEW) return;
      const inTitles = index.entries.flatMap(({ spelt, roots }, at) => (spelt.some((word, n) => within(word, roots[n], one)) ? at : []));
      const inTexts = [...new Set([...index.terms].flatMap(([term, held]) => (endsIn(term, one) ? heldIn(held, which, true) : [])))];
      for (const at of inTexts) close[which].add(at);
      const giveAll = (places, weight) => places.forEach((at) => give(at, which, weight(index.entries[at]) * Math.log(1 + total / places.length)));
      giveAll(inTitles, ({ title }) => 0.8 + one.word.length / title.length); // a name more than a sentence
      giveAll(inTexts, () => 0.1);
    });
    const nothing = !found.size && wanted.length > 0;
    // A number beside other words; without a dot or a letter it can be that of a day.
    const beside = wanted.flatMap(({ word }, which) => (!number && /[0-9]/.test(word) && /[^0-9]/.test(word) ? [[word, which]] : []));
    index.entries.forEach((entry, at) => {
      if (day && entry.kind === "meeting" && day.test(fold(entry.title))) give(at, wanted.length, 90);
      else if (numbered(entry, number)) give(at, wanted.length, numbered(entry, number) > 1 ? 1e4 : 1e2);
      else if (found.has(at) && roots.includes(entry.roots.join(" "))) give(at, wanted.length, 40);
      else if (found.has(at) && wanted.length > 1 && fold(entry.title).includes(phrase)) give(at, wanted.length, 20);
      for (const [word, which] of beside) {
        const like = numbered(entry, word);
        if (like) give(at, which, like > 1 ? 1e3 : 10);
      }
      if (nothing && wanted.every((one) => isOf(entry, one))) found.set(at, []);
    });
    const scored = [...found].map(([at, scores]) => {
      const entry = index.entries[at], whole = scores[wanted.length] ?? 0;
      entry.led ??= wordsOf(entry.lead);
      const inLead = wanted.filter(({ word }) => entry.led.includes(word)).length * 0.3;
      // What is found has the words too that say what it is, and of which meeting; they weigh next to nothing.
      const isAlone = whole >= 100; // a number, and nothing else
      const weak = wanted.filter((one, which) => !scores[which] && (isAlone || isOf(entry, one) || entry.led.includes(one.word)));
      const kind = plain.length && wanted.some((one) => isOf(entry, one)) ? 1 : 0;
      const sum = isAlone ? whole + kind * 50 : scores.reduce((sum, one) => sum + (one ?? 0), inLead + kind * 0.1);
      const score = sum * index.kinds[entry.kind][1];
      // Who types "ouderen" means these more than "ouders", of the same stem.  A number or a day says more than words.
      const first = scores.some((one) => one >= 90) || strong.every(({ word }) => entry.spelt.some((one) => one.startsWith(word)) || numbered(entry, word));
      const words = wanted.filter((one, which) => scores[which] || weak.includes(one));
      return { at, first, score, weak, words, near: wanted.filter((one, which) => close[which].has(at)) };
    });
    const most = scored.reduce((most, { words }) => Math.max(most, words.length), 0);
    // Where no text has the word for a kind too, what has all the other words stays: "fiche dementie".
    const isText = scored.some(({ words, weak }) => words.length === wanted.length && !weak.length);
    const isEnough = ({ words }) => words.length === most || (!isText && plain.length && plain.every((one) => words.includes(one)));
    const best = scored.filter(isEnough).sort((a, b) => b.first - a.first || b.score - a.score || a.at - b.at);
    return { wanted, strong, whole: most === wanted.length, found: best.map(({ at, words, weak, near }) => ({ ...index.entries[at], at, words, weak, near })), parts };
  };

  const asList = ([path, title]) => ({ kind: "list", path, number: "", numbers: [], title, lead: "", words: [], weak: [], near: [] });
  // A number that nothing has, of a kind that has numbers ("actie 9.9.9", "besluit b99"), and what is nearest to it: what
  // stands above it, the others under that, and the list of them all.  A number alone may also be an hour, or a day.
  const lacking = (text, isFound) => {
    const number = numberIn(text), parts = number.split("."), depth = parts.length;
    const rank = (entry) => numbered(entry, parts.join("."));
    if (!/^(?:[a-z]\d{1,3}|\d{1,2}(?:\.\d+)*)$/.test(number) || index.entries.some(rank)) return;
    const roots = wordsOf(text).map((word) => ({ root: stem(word) }));
    const named = Object.keys(index.lists).find((kind) => roots.some((one) => isOf({ kind }, one)));
    let above = [];
    while (!above.length && parts.length > 1) {
      parts.pop();
      above = index.entries.filter(rank);
    }
    const kind = named ?? (above.length && !isFound ? (depth > 2 ? "action" : "goal") : "");
    if (!kind) return;
    const near = above.filter((entry) => rank(entry) > 1 || entry.kind === kind).sort((a, b) => rank(b) - rank(a));
    if (index.lists[kind][0]) near.push(asList(index.lists[kind]));
    return { kind: index.kinds[kind][0].toLowerCase(), number: number.toUpperCase(), near };
  };

  // Did you mean: the word of a title that is one or two strokes away.
  const strokes = (one, two, most) => {
    let before, row = [...Array(two.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= two.length; j++) {
        const same = one[i - 1] === two[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row.at(-1);
  };
  const meant = (wanted) => {
    let best = [3];
    const word = wanted.find((one) => !isKnown(one.root) && !isKind(one))?.word;
    if (!word || word.length < 4) return;
    const most = word.length > 5 ? 2 : 1;
    for (const { title } of index.entries)
      for (const piece of title.match(PIECE) ?? [])
        if (Math.abs(piece.length - word.length) <= most) {
          const apart = strokes(fold(piece), word, most);
          if (apart <= most && apart < best[0]) best = [apart, piece.toLowerCase()];
        }
    return best[1] && { word, instead: best[1] };
  };

  // What is shown.
  const tell = (key, values = {}) => index.said[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const span = (style, ...parts) => {
    const made = Object.assign(document.createElement("span"), { className: style });
    made.append(...parts);
    return made;
  };
  const mark = (text) => Object.assign(document.createElement("mark"), { textContent: text });
  const marked = (text, isHit) => {
    const parts = [];
    let end = 0;
    for (const { 0: piece, index: at } of text.matchAll(PIECE))
      if (isHit(piece)) {
        parts.push(text.slice(end, at), mark(piece));
        end = at + piece.length;
      }
    return [...parts, text.slice(end)];
  };
  // Words that are in the text alone, with the titles of the passages in which most of them stand together.
  const placed = (words, entry, parts) => {
    const mine = [...parts].filter(([place]) => owner(place) === entry.at).sort(([one], [other]) => one - other), lines = [];
    const stands = (one, part) => part.get(one) || (part.has(one) && !entry.near.includes(one));
    while (words.length) {
      const [some, title] = mine.reduce((best, [place, part]) => {
        const some = words.filter((one) => stands(one, part));
        return some.length > best[0].length ? [some, passage(place)[1]] : best;
      }, [[], ""]);
      lines.push([some.length ? some : words, title]);
      words = some.length ? words.filter((one) => !some.includes(one)) : [];
    }
    return lines;
  };
  const option = (entry, at, wanted, strong, found) => {
    const made = element("a", `found-${at}`, { role: "option", tabIndex: -1, ariaSelected: "false" });
    const [path, anchor] = entry.path.split("#"), root = form.dataset.index.replace("assets/search-index.js", "");
    const hit = strong.map(({ word }) => word).filter((one) => one.length > 1).join(" ");
    made.href = `${root}${path}${hit && "?hit=" + encodeURIComponent(hit)}${anchor ? "#" + anchor : ""}`;
    const isWord = (piece, one) => nearness(piece, one) > (entry.near.includes(one) ? 1 : 0);
    const isHit = (piece) => wanted.some((one) => isWord(piece, one)), pieces = `${entry.title} ${entry.lead}`.match(PIECE) ?? [];
    const hidden = entry.words.filter((one) => !pieces.some((piece) => isWord(piece, one)) && !entry.weak.includes(one) && !isOf(entry, one) && !numbered(entry, one.word));
    const kinds = wanted.filter((one) => isOf(entry, one));
    made.append(span("kind", ...marked(index.kinds[entry.kind][0], (piece) => kinds.some((one) => nearness(piece, one)))));
    made.append(span("name", ...(entry.number ? [...marked(entry.number, isHit), " "] : []), ...marked(entry.title, isHit)));
    const lead = marked(entry.lead, isHit), lines = placed(hidden, entry, found);
    // Where the words stand says more than how the page begins.
    if (entry.lead && (lead.length > 1 || !lines.some(([, title]) => title))) made.append(span("lead", ...lead));
    for (const [words, title] of lines)
      made.append(span("kind", `${tell("inside")} `, ...words.flatMap(({ word }, n) => [n ? ", " : "", mark(word)]), title && ` ${tell("under", { title })}`));
    return made;
  };
  const open = (isOpen) => {
    panel.hidden = !isOpen;
    box.ariaExpanded = String(isOpen && hits.length > 0);
    if (!isOpen) go(-1);
  };
  const go = (to) => {
    hits[here]?.setAttribute("aria-selected", "false");
    here = to;
    hits[here]?.setAttribute("aria-selected", "true");
    if (hits[here]) box.setAttribute("aria-activedescendant", hits[here].id);
    else box.removeAttribute("aria-activedescendant");
    hits[here]?.scrollIntoView({ block: "nearest" });
  };
  const helping = () => `${tell("help")} ${index.help.length ? tell("near") : ""}`;
  const help = (wanted, text) => {
    const parts = [tell("none", { words: text }), " "], other = meant(wanted);
    if (other) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: tell("mean", { word: other.instead }) });
      button.onclick = () => {
        box.value = wanted.map(({ word }) => (word === other.word ? other.instead : word)).join(" ");
        box.focus();
        show();
      };
      parts.push(button, " ");
    }
    said.replaceChildren(...parts, helping());
  };
  const show = () => {
    const typed = box.value.trim().slice(0, 100), text = inWords(typed);
    clearTimeout(later);
    later = setTimeout(remember, typed ? 300 : 0, typed);
    go(-1);
    if (text.length < ATLEAST && !/[0-9]/.test(text)) {
      hits = [];
      list.replaceChildren();
      if (text) said.textContent = tell("short");
      return open(text !== "");
    }
    const { wanted, strong, whole, found, parts } = search(text), count = found.length, none = lacking(text, count > 0);
    const others = none?.near.map((entry) => ({ ...entry, words: [], weak: [], near: [] })) ?? [];
    isLost = none ? !others.length : !count;
    const shown = isLost ? index.help.map(asList) : none ? others : found, isFound = shown === found;
    hits = shown.slice(0, MOST).map((entry, at) => option(entry, at, isFound ? wanted : [], isFound ? strong : [], parts));
    list.replaceChildren(...hits);
    if (none) said.textContent = `${tell("lacking", none)} ${isLost ? helping() : tell("near")}`;
    else if (!count) help(wanted, text);
    else said.textContent = tell(!whole ? "some" : count > MOST ? "first" : "found", { count, shown: MOST });
    open(true);
  };
  const remember = (text) => {
    const url = new URL(location);
    if (text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  };
  const ready = (act) => load().then(act, () => {
    said.textContent = form.dataset.failed;
    open(true);
  });

  // The words in a page as they stand in it.  What may be a word within another counts where that is all there is of it.
  const BLOCK = "p, li, dt, dd, td, th, caption, summary, h1, h2, h3, h4, h5, h6";
  const wordsIn = (main, wanted) => {
    const near = new Map(), most = wanted.map(() => 0), found = [];
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
      for (const { 0: piece, index: at } of walk.currentNode.data.matchAll(PIECE)) {
        if (!near.has(piece)) near.set(piece, wanted.map((one) => nearness(piece, one)));
        const like = near.get(piece);
        if (!like.some(Boolean)) continue;
        like.forEach((one, which) => (most[which] = Math.max(most[which], one)));
        const range = new Range();
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + piece.length);
        found.push({ range, like, parent: walk.currentNode.parentElement });
      }
    return found
      .map(({ like, ...one }) => ({ ...one, words: like.flatMap((near, which) => (near && near === most[which] ? which : [])) }))
      .filter(({ words }) => words.length);
  };
  // The first word in the first block, of those that are seen, in which most of them stand together.
  const together = (found) => {
    const blocks = new Map();
    for (const { range, parent, words } of found) {
      if (parent.closest("nav, form") || !range.getBoundingClientRect().height) continue;
      const block = parent.closest(BLOCK) ?? parent.closest("a") ?? parent, one = blocks.get(block) ?? { range, block, words: new Set() };
      words.forEach((which) => one.words.add(which));
      blocks.set(block, one);
    }
    return [...blocks.values()].reduce((best, one) => (one.words.size > (best?.words.size ?? 0) ? one : best), undefined);
  };
  // From here Tab goes on, and a screen reader reads; nobody comes here with Tab.
  const stand = (block) => {
    if (document.activeElement !== document.body) return;
    const isStop = block.tabIndex >= 0;
    if (!isStop) block.tabIndex = -1;
    block.dataset.hit = "";
    block.focus({ preventScroll: true });
    block.addEventListener("blur", () => {
      if (!isStop) block.removeAttribute("tabindex");
      delete block.dataset.hit;
    }, { once: true });
  };
  const arrive = (wanted) => {
    const main = document.querySelector("main"), found = wordsIn(main, wanted), first = together(found);
    if (globalThis.Highlight) CSS.highlights.set("elz-hit", new Highlight(...found.map(({ range }) => range)));
    // Who asked for a place in the page, or came back to where they were, stays there.
    const target = main.querySelector(":target");
    if (target) stand(target);
    if (!first || location.hash || scrollY) return;
    stand(first.block);
    const { top, bottom } = first.range.getBoundingClientRect();
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    if (bottom > innerHeight) scrollTo({ top: top - innerHeight / 3, behavior });
  };

  const KEYS = {
    ArrowDown: () => (panel.hidden ? show() : go(here + 1 < hits.length ? here + 1 : 0)),
    ArrowUp: () => go(here > 0 ? here - 1 : hits.length - 1),
    Enter: () => (hits[here] ?? (isLost ? null : hits[0]))?.click(),
    Escape: () => (panel.hidden ? ((box.value = ""), show()) : open(false)),
  };
  if (form) {
    const states = { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false", spellcheck: false };
    Object.assign(box, states, { id: "_elz-words", autocapitalize: "off", autocomplete: "off", maxLength: 100 }).setAttribute("aria-controls", list.id);
    form.append(panel);
    form.hidden = false;
    form.onsubmit = (event) => event.preventDefault();
    box.onfocus = () => ready(() => {});
    box.oninput = () => ready(show);
    box.onkeydown = (event) => {
      if (!KEYS[event.key] || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      ready(KEYS[event.key]);
    };
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || setTimeout(() => form.matches(":focus-within") || open(false), 150));
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, select, textarea, [contenteditable]")) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
    const query = new URLSearchParams(location.search);
    if (query.get("q")) {
      box.value = query.get("q");
      box.focus();
      ready(show);
    }
    // Who comes from the box sees the words in the page, and is there with the keyboard too.
    if (query.get("hit")) ready(() => arrive(asked(query.get("hit"))));
  }
}
