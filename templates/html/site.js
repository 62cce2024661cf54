// What a reader can do in the pages of a site: choose actions.  Every page is whole without it.
const own = (name) => document.getElementById("_elz-" + name);
const all = (selector) => [...document.querySelectorAll(selector)];
const bar = own("choose");

// A table that fits needs no stop for the keyboard.
const stops = () => all(".scroll").forEach((box) => (box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1));
addEventListener("resize", stops);

// The choice stands behind "?" in the address, so that it can be passed on.
const selects = bar ? all("#_elz-choose select") : [];
const box = own("rows"); // of a plan that is too large for one page: the rows come when somebody begins to choose
let rows = bar ? all(".overview tr:not(:has(th))") : [], everything = false, loading;
const named = (row, kind) => row.dataset[kind]?.split(" ") ?? [];
// What a group does, its members do, but for who is named there itself.
const fits = (row, { name, value, selectedOptions: [option] }) => {
  if (named(row, name).includes(value)) return true;
  const by = option.dataset.by?.split(" ") ?? [], itself = ["lead", "partner"].some((kind) => named(row, kind).includes(value));
  return !itself && named(row, name).some((one) => by.includes(one));
};
const show = () => {
  const chosen = selects.filter((one) => one.value), open = chosen.length > 0 || everything;
  if (box) box.hidden = !open;
  for (const row of rows)
    row.hidden = !chosen.every((one) => fits(row, one));
  for (const goal of all(".overview .goal, .goals"))
    goal.hidden = open && (box?.contains(goal) === false || !goal.querySelector("tr:not(:has(th)):not([hidden])"));
  const counts = { shown: rows.filter((one) => !one.hidden).length, total: rows.length };
  const words = chosen.map((one) => `${one.labels[0].firstChild.data.trim()}: ${one.selectedOptions[0].label}`);
  words.unshift(bar.dataset.chosen.replace(/\{(\w+)\}/g, (_, name) => counts[name]));
  own("count").textContent = open ? words.join(" · ") : "";
  own("none").hidden = counts.shown > 0 || !open;
  stops();
};
const load = () => (loading ??= new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = bar.dataset.rows;
  script.onload = done;
  script.onerror = failed;
  document.head.append(script);
}).then(() => fill(...globalThis.elzRows)));
const made = (tag, parts, values = {}) => {
  const one = Object.assign(document.createElement(tag), values);
  one.append(...parts);
  return one;
};
const link = (href, words) => (href ? made("a", [words], { href }) : words);
const KINDS = ["lead", "partner", "group", "theme"];
const fill = (kinds, goals) => {
  const known = Object.fromEntries(kinds);
  for (const one of selects)
    for (const [key, words, , by] of known[one.name] ?? [])
      if (!/\s/.test(key)) {
        const option = new Option(words, key);
        if (by) option.dataset.by = by;
        one.append(option);
      }
  const row = ([path, name, state, said, until, past, late, ...places]) => {
    const named = KINDS.map((kind, at) => places[at].map((place) => known[kind][place]));
    const leads = named[0].flatMap(([, words, page], at) => [at ? ", " : "", link(page, words)]);
    const badge = made("span", [said], { className: "badge" });
    badge.dataset.state = state;
    const cells = [[link(path, name)], [badge], leads, late ? [until + ", ", made("strong", [late])] : [until]];
    const one = made("tr", cells.map((parts) => made("td", parts)), { className: past ? "past" : "" });
    KINDS.forEach((kind, at) => (one.dataset[kind] = named[at].map(([key]) => key).join(" ")));
    one.dataset.state = state;
    if (late) one.dataset.due = "late";
    return one;
  };
  for (const [page, name, under] of goals) {
    const head = made("th", [link(page, name)], { colSpan: 4, scope: "rowgroup" });
    box.querySelector("table").append(made("tbody", [made("tr", [head]), ...under.map(row)], { className: "goal" }));
  }
  rows = [...box.querySelectorAll("tr:not(:has(th))")];
};
// What there is to choose from comes first, when it has to come.
const ready = (act) => {
  if (!box) return act();
  load().then(act, () => (own("count").textContent = bar.dataset.failed));
};
const read = () => {
  const asked = new URLSearchParams(location.search);
  if (asked.get("state") === "late") asked.set("due", "late"); // links of when it was one of the states
  for (const one of selects) {
    one.value = asked.get(one.name) ?? "";
    if (one.selectedIndex < 0) one.value = "";
  }
  show();
};
const choose = () => {
  show();
  const url = new URL(location);
  url.search = new URLSearchParams(selects.filter((one) => one.value).map((one) => [one.name, one.value]));
  history.replaceState(null, "", url);
};
if (bar) {
  for (const one of selects) one.onchange = choose;
  own("all").onclick = () => {
    for (const one of selects) one.value = "";
    choose();
    everything = !!box; // from now on: who takes back a choice sees all of them again
    if (box) ready(show);
  };
  // The button goes with its sentence: who pressed it stays in the bar.
  own("none").lastElementChild.onclick = () => {
    own("all").onclick();
    bar.querySelector("summary").focus();
  };
  bar.onsubmit = (event) => event.preventDefault();
  bar.hidden = false;
  bar.firstElementChild.open = (innerWidth > 704 && !box) || location.search.length > 1;
  bar.firstElementChild.ontoggle = () => ready(() => {});
  onpopstate = () => ready(read);
  if (!box || selects.some((one) => new URLSearchParams(location.search).get(one.name))) ready(read);
}
stops();
