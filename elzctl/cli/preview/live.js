// A page of the preview: it looks again when it changed, and shows what is wrong in the plan.
// Everything that comes from the plan is put in the page as text.
(function () {
  "use strict";
  var own = document.currentScript, mark = own.dataset.mark, lost = own.dataset.lost;
  var KEY = "elzctl-preview", SOON = 150, LATER = 1500;
  var seen = "", panel = null, closed = null, timer = 0;

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function put(made) {
    if (panel) panel.remove();
    panel = made;
    if (made) document.body.appendChild(made);
  }

  function aside(worst, label) {
    var made = element("aside");
    made.id = "_elz-live";
    made.dataset.worst = worst;
    made.setAttribute("aria-label", label);
    return made;
  }

  function row(one) {
    var made = element("li");
    made.append(element("span", "place", one.place), element("span", one.severity, one.label + ": "), one.message);
    if (one.hint) made.append(element("span", "hint", one.hint));
    return made;
  }

  function show(said) {
    var told = said.rows.length || said.failure;
    if (!told && !said.page.length) { put(null); return; }
    var made = aside(said.worst, said.label), details = element("details"), list = element("ul");
    said.page.forEach(function (line) { made.append(element("p", "page", line)); });
    if (!told) { put(made); return; }
    var title = element("summary", "", said.title);
    // A page that says itself what is wrong in its file is not covered by the box that says it too.
    var open = said.open && !document.querySelector("main[data-broken]");
    title.setAttribute("role", "status");
    details.open = closed === null ? open : !closed;
    details.addEventListener("toggle", function () { closed = details.open === open ? null : !details.open; });
    if (said.failure) list.append(element("li", "error", said.failure));
    if (said.since) list.append(element("li", "older", said.since));
    if (said.older) list.append(element("li", "older", said.older));
    said.rows.forEach(function (one) { list.append(row(one)); });
    if (said.more) list.append(element("li", "", said.more));
    details.append(title, list);
    made.append(details);
    put(made);
  }

  // Where a file is gone for a while, its page comes back at the place where the reader was.
  function again() {
    if ("missing" in own.dataset) { location.reload(); return; }
    var open = Array.prototype.map.call(document.querySelectorAll("main details"), function (one) { return one.open; });
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, open: open, closed: closed }));
    } catch (error) { /* a browser that keeps nothing begins at the top */ }
    location.reload();
  }

  function back() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
    } catch (error) { return; }
    if (!kept || kept.path !== location.pathname) return;
    closed = kept.closed;
    document.querySelectorAll("main details").forEach(function (one, place) {
      if (place in kept.open) one.open = kept.open[place];
    });
    scrollTo(kept.x, kept.y);
    addEventListener("load", function () { scrollTo(kept.x, kept.y); });
  }

  function later(time) { timer = setTimeout(look, time); }

  function look() {
    timer = 0;
    var query = "page=" + encodeURIComponent(location.pathname) + "&seen=" + encodeURIComponent(seen);
    fetch("/_elzctl/state?" + query, { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (state) {
        if (state.mark !== mark) { again(); return; }
        seen = state.version;
        if (state.said) show(state.said);
        later(document.hidden ? LATER : SOON);
      })
      .catch(function () {
        var made = aside("error", lost);
        made.append(element("p", "", lost));
        put(made);
        seen = "";
        later(LATER);
      });
  }

  // Whoever comes back to the browser after a save sees it at once.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden || !timer) return;
    clearTimeout(timer);
    look();
  });

  if (!("missing" in own.dataset)) back();
  look();
})();
