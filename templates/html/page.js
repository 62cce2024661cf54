// What a reader can do in the page: search, choose actions, fold them, switch colours. The page is whole without it.
// Texts of the plan are compared and shown as text, never read as HTML.
const own = (name) => document.getElementById("_elz-" + name);
const all = (selector) => [...document.querySelectorAll(selector)];
const click = (name, act) => own(name)?.addEventListener("click", act);
const [bar, main, query, told] = ["bar", "main", "query", "told"].map(own);
const say = (key, values) => bar.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const fiches = all(".fiche"), selects = all("select[name]");
const OUT = "[hidden]:not(.inside)"; // what was not chosen; what is folded is hidden in another way

// Folding: the browser's own search finds what is folded too, and opens it.
const fold = (fiche, folded) => {
  const [head, inside] = fiche.children;
  inside.hidden = folded && "until-found";
  head.lastElementChild.ariaExpanded = !folded;
};
for (const fiche of fiches) {
  const [head] = fiche.children, button = own("details").content.firstElementChild.cloneNode(true);
  button.ariaLabel = `${button.textContent}: ${head.firstElementChild.textContent}`;
  button.onclick = () => fold(fiche, button.ariaExpanded === "true");
  fiche.addEventListener("beforematch", () => fold(fiche, false));
  head.append(button);
}
click("fold", () => fiches.forEach((fiche) => fold(fiche, true)));
click("unfold", () => fiches.forEach((fiche) => fold(fiche, false)));

// Choosing: the choice stands behind "?" in the address, so that anchors behind "#" stay what they are.
const show = () => {
  const chosen = selects.filter((one) => one.value);
  for (const fiche of fiches)
    fiche.hidden = !chosen.every(({ name, value }) => fiche.dataset[name]?.split(" ").includes(value));
  for (const goal of all(".goal, [data-kind=goal]"))
    goal.hidden = chosen.length && !goal.querySelector(".fiche:not([hidden])");
  for (const link of all("nav a")) link.parentElement.hidden = target(link.hash)?.closest(OUT);
  const words = chosen.map((one) => `${one.labels[0].firstChild.data.trim()}: ${one.selectedOptions[0].label}`);
  words.unshift(say("chosen", { shown: fiches.filter((one) => !one.hidden).length, total: fiches.length }));
  own("count").textContent = chosen.length ? words.join(" · ") : "";
  find();
};
const read = () => {
  const asked = new URLSearchParams(location.search);
  for (const one of selects) {
    one.value = asked.get(one.name);
    if (one.selectedIndex < 0) one.value = "";
  }
  show();
};
const choose = () => {
  show();
  const url = new URL(location);
  url.search = new URLSearchParams(selects.filter((one) => one.value).map((one) => [one.name, one.value]));
  history.pushState(null, "", url);
};
const chooseAll = () => {
  for (const one of selects) one.value = "";
  choose();
};
for (const one of selects) one.onchange = choose;
click("all", chooseAll);
onpopstate = read;

// Anchors: what a link leads to is opened and shown; the sign behind a heading copies its address.
const target = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));
const open = (element) => {
  if (element.closest(".fiche")) fold(element.closest(".fiche"), false);
  if (element.closest(OUT)) chooseAll();
};
const arrive = () => {
  const element = target(location.hash);
  if (!main.contains(element)) return;
  const unseen = element.closest("[hidden]");
  open(element);
  if (unseen) element.scrollIntoView();
};
onhashchange = arrive;
onclick = ({ target }) => {
  const link = target.closest('a[href^="#"]');
  if (link) setTimeout(arrive);
  if (!link?.matches(".sign")) return;
  const copied = navigator.clipboard?.writeText(location.href.split(/[?#]/)[0] + link.hash);
  copied?.then(() => (told.textContent = say("copied")), () => {});
};

// Searching: letters without accents and capitals, each with its place.
const SAME = { "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", œ: "oe", ß: "ss" };
const bare = (letter) => {
  const small = letter.toLowerCase();
  if (small >= "!" && small <= "~") return small;
  return SAME[small] ?? small.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s/g, " ");
};
const BLOCK = ":not(a, code, em, span, strong)";
let text = "", places = [], hits = [], here = -1;
const index = () => {
  const walker = document.createTreeWalker(main), units = [];
  for (let node, last; (node = walker.nextNode()); ) {
    if (node.nodeName === "BR") places.length = units.push(" ");
    if (!node.data || node.parentElement.closest("svg, button, .sign, .up, .unseen")) continue;
    if (last !== (last = node.parentElement.closest(BLOCK))) places.length = units.push("\n");
    let at = 0;
    for (const letter of node.data) {
      const place = [node, at, (at += letter.length)];
      for (const unit of bare(letter).split(""))
        if (unit !== " " || !" \n".includes(units.at(-1))) places[units.push(unit) - 1] = place;
    }
  }
  text = units.join("");
};
const around = (range) => range.startContainer.parentElement.closest(BLOCK);
const mark = (name, ranges) => CSS.highlights?.set("elz-" + name, new Highlight(...ranges));
const find = () => {
  const wanted = [...query.value].map(bare).join("").replace(/ +/g, " ").trim(), size = wanted.length;
  if (size > 1 && !text) index();
  const found = [];
  for (let at = -size; size > 1 && (at = text.indexOf(wanted, at + size)) >= 0; ) {
    const range = new Range(), [last, , end] = places[at + size - 1];
    range.setStart(...places[at]);
    range.setEnd(last, end);
    found.push(range);
  }
  hits = found.filter((range) => !around(range).closest(OUT));
  here = -1;
  mark("found", hits);
  mark("here", []);
  const words = [say(found.length ? "found" : "foundNothing", { number: hits.length })];
  if (hits.length < found.length) words.push(say("foundOut", { number: found.length - hits.length }));
  told.textContent = size > 1 ? words.join("; ") : "";
};
const go = (step) => {
  if (!hits.length) return;
  here = here < 0 && step < 0 ? hits.length - 1 : (here + step + hits.length) % hits.length;
  const hit = hits[here], block = around(hit);
  open(block);
  mark("here", [hit]);
  block.scrollIntoView({ block: "nearest", inline: "nearest" });
  scrollBy(0, hit.getBoundingClientRect().top - innerHeight / 2);
  const place = block.closest(".fiche, .goal, .part").querySelector("h2, h3, h4, h5")?.textContent.slice(0, 50);
  told.textContent = say("foundHere", { number: here + 1, total: hits.length, place });
};
// Whoever leaves the search goes on reading at the last hit.
const leave = () => {
  const block = hits[here] && around(hits[here]);
  query.value = "";
  find();
  block?.setAttribute("tabindex", "-1");
  block?.focus({ preventScroll: true });
};
query.oninput = find;
query.onkeydown = (event) => {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step && event.key !== "Escape") return;
  event.preventDefault();
  step ? go(step) : leave();
};
click("next", () => go(1));
click("previous", () => go(-1));
onkeydown = (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || own("key").value) return;
  if (event.target.closest("input, select")) return;
  event.preventDefault();
  query.focus();
};

// Colours: what the style sheet says for dark screens holds for every screen, or for none.
const usual = "screen and (prefers-color-scheme: dark)";
const dark = [...document.styleSheets[0].cssRules].filter(({ media }) => media?.mediaText === usual);
const paint = (colours) =>
  dark.forEach(({ media }) => (media.mediaText = { dark: "screen", light: "not all" }[colours] ?? usual));
for (const one of [own("colours"), own("key")]) {
  try {
    one.value = localStorage[one.id] ?? "";
  } catch {} // nothing is remembered
  one.onchange = () => {
    paint(own("colours").value);
    localStorage[one.id] = one.value;
  };
}

// A table that fits needs no stop for the keyboard.
const stops = () => all(".scroll").forEach((box) => (box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1));
onresize = stops;

bar.hidden = false;
paint(own("colours").value);
read();
stops();
arrive();
