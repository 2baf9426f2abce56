"use strict";
// One state: which slide, which language, whether one chart a screen. It calls no server.
(() => {
  const told = JSON.parse(document.getElementById("told").textContent);
  const langs = Object.keys(told.words);
  const sections = [...document.querySelectorAll("main > section")];
  const said = document.getElementById("said");
  const blank = document.getElementById("blank");
  const start = Date.now();
  let lang = told.first, at = 0, view = null;

  const section = () => sections.find((one) => one.lang === lang);
  const articles = () => [...section().querySelectorAll("article")];
  const presenting = () => document.body.classList.contains("presenting");
  const words = () => told.words[lang];

  function show() {
    document.documentElement.lang = lang;
    document.documentElement.dir = section().dir;
    document.title = words().title;
    sections.forEach((one) => { one.hidden = one.lang !== lang; });
    articles().forEach((one, n) => one.classList.toggle("now", n === at));
    document.querySelectorAll("[data-to]").forEach((one) => one.setAttribute("aria-pressed", one.dataset.to === lang));
    for (const id of ["present", "notes", "print"]) {
      const button = document.getElementById(id);
      if (button) button.textContent = words()[id];
    }
    said.textContent = "";
    tell();
  }

  function go(to) {
    at = Math.max(0, Math.min(articles().length - 1, to));
    show();
    if (presenting()) { articles()[at].scrollTop = 0; articles()[at].focus({ preventScroll: true }); }
  }

  function speak(code) {
    // The place is kept: the same chart in the other language.
    if (!presenting()) at = nearest();
    lang = code;
    show();
    const now = articles()[at];
    if (presenting()) now.focus({ preventScroll: true }); else now.scrollIntoView();
  }

  function nearest() {
    const tops = articles().map((one) => Math.abs(one.getBoundingClientRect().top));
    return tops.indexOf(Math.min(...tops));
  }

  function present(on) {
    if (on === presenting()) return;
    if (on) at = nearest();
    document.body.classList.toggle("presenting", on);
    if (on && document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
    if (!on && document.fullscreenElement) document.exitFullscreen();
    go(at);
    if (!on) articles()[at].scrollIntoView();
  }

  // What only the presenter sees: a window of its own, never on the shared screen.
  function notes() {
    if (!told.notes) return;
    if (!view || view.closed) {
      view = window.open("", "notes", "width=720,height=560");
      if (!view) return;
      view.document.head.innerHTML = "<meta charset='utf-8'>";
      view.document.addEventListener("keydown", key);
      setInterval(tell, 1000);
    }
    tell();
    view.focus();
  }

  function tell() {
    if (!view || view.closed) return;
    const notesOf = told.notes[lang], page = view.document, all = words();
    const spent = Math.floor((Date.now() - start) / 1000);
    const clock = new Date().toTimeString().slice(0, 8);
    const lines = [
      ["p", "clock", `${all.clock} ${clock} · ${all.since} ${Math.floor(spent / 60)}:${String(spent % 60).padStart(2, "0")} · ${at + 1} / ${notesOf.length}`],
      ["h1", "now", notesOf[at].heading],
      ["pre", "notes", notesOf[at].notes || all.none],
      ["p", "next", at + 1 < notesOf.length ? `${all.next} ${notesOf[at + 1].heading}` : all.end],
    ];
    page.documentElement.lang = lang;
    page.documentElement.dir = section().dir;
    page.title = all.notes;
    page.body.style.cssText = "font:22px/1.5 'Noto Sans','Noto Sans Arabic','Segoe UI',Arial,sans-serif;margin:1.5rem;color:#1f2933";
    page.body.replaceChildren(...lines.map(([tag, id, text]) => {
      const line = page.createElement(tag);
      line.id = id;
      line.textContent = text;
      if (tag === "pre") line.style.cssText = "font:inherit;white-space:pre-wrap";
      return line;
    }));
  }

  function scrolled(by) {
    const now = articles()[at], before = now.scrollTop;
    now.scrollBy({ top: by * window.innerHeight * 0.7 });
    return now.scrollTop !== before;
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = event.key;
    if (name === "." || name === "b" || name === "B") blank.hidden = !blank.hidden;
    else if (!blank.hidden) blank.hidden = true;
    else if (name === "l" || name === "L") speak(langs[(langs.indexOf(lang) + 1) % langs.length]);
    else if (name >= "1" && name <= String(langs.length)) speak(langs[Number(name) - 1]);
    else if (name === "f" || name === "F" || name === "F5") present(!presenting());
    else if (name === "n" || name === "N") notes();
    else if (!presenting()) return;
    else if (name === "Escape") present(false);
    else if (name === "ArrowRight" || name === "PageDown" || name === " " || name === "Enter") go(at + 1);
    else if (name === "ArrowLeft" || name === "PageUp" || name === "Backspace") go(at - 1);
    else if (name === "ArrowDown") { if (!scrolled(1)) go(at + 1); }
    else if (name === "ArrowUp") { if (!scrolled(-1)) go(at - 1); }
    else if (name === "Home") go(0);
    else if (name === "End") go(Infinity);
    else return;
    event.preventDefault();
  }

  document.addEventListener("keydown", key);
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) present(false); });
  document.querySelectorAll("[data-to]").forEach((one) => one.addEventListener("click", () => speak(one.dataset.to)));
  document.getElementById("present").addEventListener("click", () => present(true));
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("notes")?.addEventListener("click", notes);
  for (const mark of document.querySelectorAll(".mark")) {
    const tell = () => { said.textContent = mark.getAttribute("aria-label"); };
    const hush = () => { said.textContent = ""; };
    mark.addEventListener("mouseenter", tell);
    mark.addEventListener("focus", tell);
    mark.addEventListener("mouseleave", hush);
    mark.addEventListener("blur", hush);
  }
  // A drawing that would be scaled below the size of its letters is scrolled instead.
  for (const drawn of document.querySelectorAll(".wide svg")) {
    const [, , wide, high] = drawn.getAttribute("viewBox").split(" ").map(Number);
    if (high / wide > 0.6) drawn.parentElement.classList.add("tall");
  }
  if (!langs.includes(lang)) lang = langs[0];
  show();
})();
