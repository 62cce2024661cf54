// What a reader can do in the pages of a site: choose actions.  Every page is whole without it.
const own = (name) => document.getElementById("_elz-" + name);
const all = (selector) => [...document.querySelectorAll(selector)];
const bar = own("choose");

// The choice stands behind "?" in the address, so that it can be passed on.
const selects = bar ? all("#_elz-choose select") : [];
const rows = bar ? all(".overview tr:not(:has(th))") : [];
const show = () => {
  const chosen = selects.filter((one) => one.value);
  for (const row of rows)
    row.hidden = !chosen.every(({ name, value }) => row.dataset[name]?.split(" ").includes(value));
  for (const goal of all(".overview .goal, .goals"))
    goal.hidden = chosen.length > 0 && !goal.querySelector("tr:not(:has(th)):not([hidden])");
  const counts = { shown: rows.filter((one) => !one.hidden).length, total: rows.length };
  const words = chosen.map((one) => `${one.labels[0].firstChild.data.trim()}: ${one.selectedOptions[0].label}`);
  words.unshift(bar.dataset.chosen.replace(/\{(\w+)\}/g, (_, name) => counts[name]));
  own("count").textContent = chosen.length ? words.join(" · ") : "";
  own("none").hidden = counts.shown > 0;
};
const read = () => {
  const asked = new URLSearchParams(location.search);
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
  };
  // The button goes with its sentence: who pressed it stays in the bar.
  own("none").lastElementChild.onclick = () => {
    own("all").onclick();
    bar.querySelector("summary").focus();
  };
  bar.onsubmit = (event) => event.preventDefault();
  bar.hidden = false;
  bar.firstElementChild.open = innerWidth > 704 || location.search.length > 1;
  onpopstate = read;
  read();
}

// A table that fits needs no stop for the keyboard.
const stops = () => all(".scroll").forEach((box) => (box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1));
addEventListener("resize", stops);
stops();
