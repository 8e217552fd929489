// The page: what comes from the server, where one is, keys.
import { $, fill, make } from "./dom.js";
import { fold, showLists, showOverview } from "./lists.js";
import { keep, listen, painted } from "./net.js";
import { edit, open, pick, showPane, slideAt } from "./pane.js";
import { ring, showSlide, showStale, wholeText } from "./stage.js";
import { apply, fragment, greet, number, remember, short, slide, state, view } from "./state.js";
import { speak, word } from "./words.js";

let touched = 0; // when somebody last typed or scrolled
for (const name of ["keydown", "wheel", "pointerdown"]) addEventListener(name, () => (touched = performance.now()), { passive: true, capture: true });

// -- what the server says ---------------------------------------------------------------------------

const connect = () => listen(view(), { hello, patch, open: () => light(true), lost: () => light(false) });

async function hello(told) {
  greet(told);
  const wanted = fragment().slide;
  state.at = state.slides.has(state.at) ? state.at : state.slides.has(wanted) ? wanted : state.order[0] ?? "";
  if (!fragment().language) speak((told.head.language ?? "zh").startsWith("zh") ? "zh" : "en");
  words();
  await show(false);
  painted(told.r);
}

async function patch(told) {
  keep(told.svg);
  const at = number(state.at);
  if (!apply(told)) return connect();
  if (!state.slides.has(state.at)) state.at = state.order[Math.min(at, state.order.length) - 1] ?? state.order[0] ?? "";
  const [key] = state.changed;
  const seen = state.changed.includes(state.at);
  if (key && told.slides.length && !seen && performance.now() - touched > 2000 && !$("field")) state.at = key;
  ring([]);
  await show(true);
  if (told.cause) note(told, key, seen);
  painted(told.r);
}

function note(told, key, seen) {
  $("status").textContent = `${word("synced")} · ${told.cause.at} · ${told.cause.ms} ms`;
  $("changed").replaceChildren();
  if (key && !seen && key !== state.at) {
    $("changed").append(make("button", { type: "button", class: "link", onclick: () => go(key) }, word("changed", { n: number(key) }), make("kbd", {}, "M")));
  }
}

function light(on) {
  $("light").className = on ? "on" : "off";
  if (!on) $("status").textContent = word("lost");
}

// -- what is shown ----------------------------------------------------------------------------------

async function show(mark) {
  showHead();
  showStale();
  showPane(go);
  showLists();
  await showSlide(mark);
}

export function go(key) {
  if (!state.slides.has(key)) return;
  state.at = key;
  remember({ slide: key });
  ring([]);
  showHead();
  showLists();
  showSlide(false);
}

const step = (by) => go(state.order[Math.max(0, Math.min(state.order.length - 1, number(state.at) - 1 + by))]);

function showHead() {
  const { head } = state, one = slide();
  document.title = head.title ? `${head.title} · deckgen` : "deckgen";
  $("title").textContent = head.title ?? "deckgen";
  $("folder").textContent = head.folder ?? "";
  choices("delivery", (head.deliveries ?? []).map(([id, title]) => [id, title]), head.delivery);
  choices("theme", [["", head.used_theme || word("usual")], ...(head.themes ?? []).map((name) => [name, name])], view().theme);
  choices("profile", [["", head.used_profile || word("none")], ...(head.profiles ?? []).map((name) => [name, name])], view().profile);
  const block = (head.blocks ?? []).find((each) => each.id === one?.block);
  const clock = block ? ` · ${block.start}–${block.end}` : "";
  fill($("where"), ...(one ? [
    block ? `${block.id} ${block.title} › ` : "", make("b", {}, word("page", { n: number(one.key) })), ` ${word("pages", { n: state.order.length })}`,
    make("span", { class: "chip" }, one.minutes ? `${one.minutes} ${word("minutes")}${clock}` : word("frames")),
    one.link ? make("a", { href: one.link, id: "open-slide" }, `${short(one.file)}:${one.line}`) : "",
  ] : []));
}

function choices(id, options, chosen) {
  const list = $(id), wanted = JSON.stringify([options, chosen]);
  if (list.dataset.has === wanted) return;
  list.dataset.has = wanted;
  list.replaceChildren(...options.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
}

function words() {
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", word(element.dataset.name));
  $("language").value = document.documentElement.lang === "en" ? "en" : "zh";
  const dark = document.documentElement.dataset.theme === "dark";
  $("dark").textContent = dark ? "☀" : "☾";
  $("dark").setAttribute("aria-label", word(dark ? "light" : "dark"));
}

// -- what one does ----------------------------------------------------------------------------------

for (const name of ["delivery", "theme", "profile"]) {
  $(name).addEventListener("change", (event) => {
    remember({ [name]: event.target.value });
    $("status").textContent = word("building");
    connect();
  });
}
$("language").addEventListener("change", (event) => {
  remember({ language: event.target.value });
  speak(event.target.value);
  words();
  show(false);
});
$("dark").addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme !== "dark";
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  remember({ mode: dark ? "dark" : "light" });
  words();
});
$("before").addEventListener("click", () => step(-1));
$("after").addEventListener("click", () => step(1));
$("overview-button").addEventListener("click", () => overview($("overview").hidden));
for (const tab of ["checks", "source", "edits"]) $(`tab-${tab}`).addEventListener("click", () => open(tab));

function overview(on) {
  $("overview").hidden = !on;
  document.querySelector(".body").hidden = on;
  if (on) showOverview();
  else showLists();
  (on ? document.querySelector("#overview [tabindex='0']") : $("stage"))?.focus({ preventScroll: true });
}

for (const list of ["strip", "overview"]) {
  $(list).addEventListener("click", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    if (list === "overview") overview(false);
    go(key);
  });
}
$("tree").addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  if (row?.dataset.id.startsWith("s:")) fold(row.dataset.id);
  else if (row?.dataset.key) go(row.dataset.key);
});

function pointed(event, edits) {
  const line = event.target.closest?.("#slide text"), note = event.target.closest?.("#notes [data-text]");
  if (line) {
    const lines = wholeText(line);
    ring(lines);
    // the whole text is asked for; where the course has no such text, the one line
    const whole = lines.map((each) => each.textContent).join("");
    pick(whole, false, edits).then((found) => found !== null || lines.length === 1 ? null : pick(line.textContent, false, edits));
  } else if (note) {
    ring([note]);
    pick(note.dataset.text, true, edits);
  }
}
$("stage").addEventListener("click", (event) => pointed(event, false));
$("stage").addEventListener("dblclick", (event) => pointed(event, true));
$("notes").addEventListener("click", (event) => pointed(event, false));
$("notes").addEventListener("dblclick", (event) => pointed(event, true));

const REGIONS = ["delivery", "tree", "stage", "strip", "notes", "tab-checks"];

function nextRegion(back) {
  const at = REGIONS.findIndex((id) => $(id).contains(document.activeElement) || $(id) === document.activeElement);
  const id = REGIONS[(at + (back ? REGIONS.length - 1 : 1)) % REGIONS.length];
  ($(id).querySelector("[tabindex='0']") ?? $(id)).focus();
}

const KEYS = {
  ArrowLeft: () => step(-1), ArrowUp: () => step(-1), PageUp: () => step(-1), ArrowRight: () => step(1), ArrowDown: () => step(1), PageDown: () => step(1),
  Home: () => go(state.order[0]), End: () => go(state.order.at(-1)), o: () => overview($("overview").hidden), "?": keys,
  m: () => state.changed.length && go(state.changed[0]), g: () => (document.querySelector("#source:not([hidden]) a") ?? $("open-slide"))?.click(),
  F8: () => document.querySelector("#stale .jump, #checks a")?.click(), F6: (event) => nextRegion(event.shiftKey),
  Escape: () => (!$("overview").hidden ? overview(false) : ring([])), Enter: enter,
};

function enter(event) {
  const { activeElement } = document;
  const row = activeElement?.closest?.("[data-key], .row");
  if (row?.dataset.key) {
    if (!$("overview").hidden) overview(false);
    return go(row.dataset.key);
  }
  if (row) return fold(row.dataset.id);
  if (activeElement?.dataset.text) return pick(activeElement.dataset.text, true, true);
  if (activeElement?.closest?.("button, a, select")) return false;
  return state.place ? edit() : false;
}

addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, dialog") && event.key !== "F6") return;
  if (event.target.closest("#notes") && event.key.startsWith("Arrow")) return;
  const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (act && act(event) !== false) {
    event.preventDefault();
    if (event.target.closest("#tree, #strip, #overview")) document.querySelector("#tree [tabindex='0'], #strip [tabindex='0']") && refocus(event.target);
  }
});

function refocus(target) {
  const list = ["tree", "strip", "overview"].map($).find((one) => one.contains(target) || one.contains(document.activeElement));
  list?.querySelector("[tabindex='0']")?.focus({ preventScroll: list.id === "strip" });
}

function keys() {
  $("keys").replaceChildren(make("h2", {}, word("keys")), make("dl", {}, ...word("helps").flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)])),
    make("form", { method: "dialog" }, make("button", {}, "Esc")));
  $("keys").showModal();
}

addEventListener("hashchange", () => {
  const wanted = fragment().slide;
  if (wanted && wanted !== state.at) go(wanted);
});

const start = fragment();
speak(start.language ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
document.documentElement.dataset.theme = start.mode ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
words();
open("checks");
showSlide(false);
connect();
