// The pane at the right: what is wrong, where a text is written, what was changed on the page.
import { $, fill, make } from "./dom.js";
import { places, undo, write } from "./net.js";
import { number, short, state, view } from "./state.js";
import { word } from "./words.js";

const TABS = ["checks", "source", "edits"];

export function open(name) {
  for (const tab of TABS) {
    $(tab).hidden = tab !== name;
    $(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
    $(`tab-${tab}`).tabIndex = tab === name ? 0 : -1;
  }
}

export function showPane(go) {
  const counts = { checks: state.diags.length, edits: state.edits.filter((one) => !one.undone).length };
  for (const tab of TABS) $(`tab-${tab}`).textContent = `${word(tab)}${counts[tab] ? ` ${counts[tab]}` : ""}`;
  showChecks(go);
  showEdits();
  if (!$("source").childElementCount) fill($("source"), make("p", { class: "quiet" }, word("pick")));
}

function showChecks(go) {
  const signs = { error: "✕", warning: "⚠", hint: "ⓘ" };
  const order = ["error", "warning", "hint"];
  const items = [...state.diags].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  fill($("checks"), 
    ...(items.length ? [] : [make("p", { class: "sound" }, "✓ ", word("sound"))]),
    ...items.slice(0, 200).map((one) => {
      const key = slideAt(one);
      return make("article", { class: one.severity },
        make("p", {}, make("span", { class: "sign", title: word(one.severity) }, signs[one.severity]), " ", make("b", {}, one.code), ` ${one.message}`),
        one.hint ? make("p", { class: "hint" }, one.hint) : null,
        make("p", { class: "place" },
          one.file ? (one.link ? make("a", { href: one.link }, `${short(one.file)}:${one.line}`) : make("span", {}, short(one.file))) : null,
          key ? make("button", { type: "button", class: "link", onclick: () => go(key) }, word("page", { n: number(key) })) : null));
    }),
  );
}

// The slide that is written at a place, or around it: the last that begins before it in its file.
export function slideAt(place) {
  let best = "", line = -1;
  for (const key of state.order) {
    const one = state.slides.get(key);
    if (one.file === place.file && one.block && one.line <= place.line && one.line > line) [best, line] = [key, one.line];
  }
  return best;
}

let asked = 0; // a double click is two clicks before: only the last of them counts

export async function pick(text, notes, edits) {
  const [key, turn] = [state.at, ++asked];
  const found = await places(view(), key, text, notes);
  if (key !== state.at || turn !== asked) return undefined;
  open("source");
  if (!found.length) {
    state.place = null;
    fill($("source"), make("p", { class: "quiet" }, word("nowhere")));
    return null;
  }
  state.place = { ...found[0], notes };
  const [first, ...others] = found;
  fill($("source"),
    make("p", { class: "place" }, make("b", {}, first.name)),
    make("p", { class: "place" }, first.link ? make("a", { href: first.link }, `${short(first.file)}:${first.line}:${first.column}`, make("kbd", {}, "G")) : `${short(first.file)}:${first.line}:${first.column}`),
    make("pre", {}, ...first.lines.flatMap((line, at) => {
      const here = first.first + at === first.line;
      return [make("span", { class: here ? "line here" : "line" }, make("i", {}, String(first.first + at)), line, "\n")];
    })),
    first.why ? make("p", { class: "quiet" }, word("why", { why: first.why })) : make("button", { type: "button", id: "change", onclick: () => edit() }, word("edit"), make("kbd", {}, "Enter")),
    others.length ? make("p", { class: "quiet" }, word("more")) : null,
    ...others.map((one) => make("p", { class: "place" }, one.link ? make("a", { href: one.link }, `${short(one.file)}:${one.line}`) : `${short(one.file)}:${one.line}`, ` ${one.name}`)),
  );
  if (edits && !first.why) edit();
  return first;
}

// The field in which a text is changed: what is typed there is what the file says, no more.
export function edit() {
  let place = state.place;
  if (!place || place.why || $("field")) return;
  const field = make("textarea", { id: "field", rows: Math.min(12, 1 + Math.ceil(String(place.value ?? "").length / 22)), "aria-label": word("edit") });
  field.value = String(place.value ?? "");
  const back = document.activeElement;
  const close = () => (form.remove(), back?.focus?.({ preventScroll: true }));
  const told = make("p", { class: "quiet", role: "alert" });
  const save = async () => {
    const typed = field.value.replace(/\r\n?/g, "\n");
    if (typed === String(place.value ?? "")) return close();
    const made = typeof place.value === "number" && /^-?\d+$/.test(typed.trim()) ? Number(typed) : typed;
    const answer = await write([{ file: place.file, path: place.path, old: place.value, new: made, seen: place.seen }]);
    if (!answer.ok) {
      told.textContent = answer.status === 409 ? word("conflict", { now: answer.now }) : answer.why ?? String(answer.status);
      if (answer.status === 409) {
        // what is typed stays; whoever writes once more has read what stands there now
        const found = await places(view(), state.at, String(answer.now), place.notes);
        place = found.find((one) => one.file === place.file && JSON.stringify(one.path) === JSON.stringify(answer.path)) ?? place;
      }
      return;
    }
    state.edits.unshift({ number: answer.number, file: place.file, line: place.line, old: place.value, now: made, at: new Date().toLocaleTimeString() });
    state.place = null;
    $("status").textContent = word("written", { file: short(place.file) });
    close();
    fill($("source"), make("p", { class: "quiet" }, word("written", { file: `${short(place.file)}:${place.line}` })));
    showPane(() => {});
  };
  const form = make("div", { class: "edit" }, field, make("div", {},
    make("button", { type: "button", class: "strong", onclick: save }, word("save")), make("button", { type: "button", onclick: close }, word("cancel"))), told);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey || (!event.shiftKey && !field.value.includes("\n")))) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  $("source").append(form);
  field.focus();
  field.select();
}

function showEdits() {
  fill($("edits"), 
    ...(state.edits.length ? [] : [make("p", { class: "quiet" }, word("noedits"))]),
    ...state.edits.map((one) => make("article", {},
      make("p", { class: "place" }, `${one.at} ${short(one.file)}:${one.line}`), make("p", {}, make("del", {}, String(one.old)), " → ", make("ins", {}, String(one.now))),
      one.undone ? make("p", { class: "quiet" }, word("undone")) : make("button", { type: "button", onclick: () => back(one) }, word("undo")),
      one.why ? make("p", { class: "quiet" }, one.why) : null)),
  );
}

async function back(one) {
  const answer = await undo(one.number);
  one.undone = answer.ok;
  one.why = answer.ok ? "" : answer.why;
  showPane(() => {});
}
