// The tree of blocks, the strip and the overview: three ways to all slides. Each keeps its elements and changes what changed.
import { $, make } from "./dom.js";
import { number, state } from "./state.js";
import { word } from "./words.js";

const thumbs = new Map();

function thumb(key) {
  const one = state.slides.get(key);
  let item = thumbs.get(key);
  if (!item) {
    item = make("div", { class: "thumb", role: "option", tabindex: "-1", "data-key": key },
      make("img", { alt: "", loading: "lazy", decoding: "async" }), make("span", {}, make("i", {}), make("b", {}), make("em", {})));
    thumbs.set(key, item);
  }
  const source = `s/${one.sum}.svg`, image = item.firstChild;
  if (image.getAttribute("src") !== source) image.setAttribute("src", source);
  const [kind, name, minutes] = item.lastChild.children;
  kind.className = part(one.kind);
  name.textContent = number(key);
  minutes.textContent = one.minutes ? `${one.minutes} ${word("minutes")}` : "";
  item.setAttribute("aria-label", `${number(key)} ${one.title}`);
  item.setAttribute("aria-selected", String(key === state.at));
  item.classList.toggle("changed", state.changed.includes(key));
  item.classList.toggle("old", Boolean(state.stale?.keys.includes(key)));
  return item;
}

export const part = (kind) =>
  ["activity", "energiser", "case", "test"].includes(kind) ? "activity" : kind === "debrief" ? "debrief"
    : ["concept", "demo", "tool", "content", "statement"].includes(kind) ? "talk" : "frame";

function arrange(parent, items) {
  items.forEach((item, at) => {
    if (parent.children[at] !== item) parent.insertBefore(item, parent.children[at] ?? null);
  });
  while (parent.children.length > items.length) parent.lastChild.remove();
}

export function showLists() {
  for (const [key, item] of thumbs) if (!state.slides.has(key)) item.remove(), thumbs.delete(key);
  showTree();
  if ($("overview").hidden) {
    arrange($("strip"), state.order.map(thumb));
    show($("strip"), "inline");
  } else {
    showOverview();
  }
}

function show(list, how) {
  const item = thumbs.get(state.at);
  for (const other of thumbs.values()) other.tabIndex = -1;
  if (!item) return;
  item.tabIndex = 0;
  const box = item.getBoundingClientRect(), around = list.getBoundingClientRect();
  if (how === "inline" && (box.left < around.left || box.right > around.right)) list.scrollLeft += box.left - around.left - around.width / 2 + box.width / 2;
}

export function showOverview() {
  const groups = groupsOf();
  $("overview").replaceChildren(
    make("h2", {}, `${word("overview")} · ${state.order.length}`),
    ...groups.map(({ title, minutes, keys }) =>
      make("section", {}, make("h3", {}, title, make("span", {}, minutes ? ` ${minutes} ${word("minutes")}` : "")),
        make("div", { class: "grid", role: "listbox", "aria-label": title }, ...keys.map(thumb)))),
  );
  show($("overview"), "grid");
  thumbs.get(state.at)?.scrollIntoView({ block: "nearest" });
}

const titleOf = (id) => new Map(state.head.sections ?? []).get(id) ?? id;

function groupsOf() {
  const groups = [];
  for (const key of state.order) {
    const one = state.slides.get(key);
    if (groups.at(-1)?.id !== one.section) groups.push({ id: one.section, title: titleOf(one.section), minutes: 0, keys: [] });
    groups.at(-1).keys.push(key);
    groups.at(-1).minutes += one.minutes;
  }
  return groups;
}

const open = new Set();

function showTree() {
  const blocks = new Map((state.head.blocks ?? []).map((block) => [block.id, block]));
  const total = [...blocks.values()].reduce((sum, block) => sum + block.minutes, 0);
  const here = state.slides.get(state.at);
  const focused = document.activeElement?.closest?.("#tree [data-id]")?.dataset.id;
  const rows = [make("div", { class: "total" }, make("b", {}, word("tree")), make("b", {}, total ? `${total} ${word("minutes")}` : ""))];
  const list = make("div", { role: "tree", "aria-label": word("tree") });
  for (const group of groupsOf()) {
    const inside = open.has(group.id) || here?.section === group.id;
    list.append(row(`s:${group.id}`, 1, group.title, group.minutes, null, inside, false));
    if (!inside) continue;
    let last = "";
    for (const key of group.keys) {
      const one = state.slides.get(key);
      const block = blocks.get(one.block);
      if (block && one.block !== last) list.append(row(`b:${one.block}`, 2, `${block.id} ${block.title}`, block.minutes, block, null, false, key));
      last = one.block;
      list.append(row(`k:${key}`, block ? 3 : 2, `${number(key)}  ${one.title}`, one.minutes || "", null, null, key === state.at, key, part(one.kind)));
    }
  }
  $("tree").replaceChildren(...rows, list);
  const first = list.querySelector('[aria-current="true"]') ?? list.firstChild;
  if (first) first.tabIndex = 0;
  if (focused) list.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  list.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
}

function row(id, level, title, minutes, block, expanded, current, key, kind) {
  const wrong = state.diags.some((one) => one.severity !== "hint" && key && one.file === state.slides.get(key)?.file && one.line === state.slides.get(key)?.line);
  const bar = block && block.minutes ? make("span", { class: "split", "aria-hidden": "true" },
    ...["talk", "activity", "debrief"].filter((name) => block[name]).map((name) => {
      const piece = make("i", { class: name });
      piece.style.flexGrow = block[name];
      return piece;
    })) : null;
  const spoken = block ? `${title}, ${minutes} ${word("minutes")}: ${word("talk")} ${block.talk}, ${word("activity")} ${block.activity}, ${word("debrief")} ${block.debrief}`
    : `${title}${minutes ? `, ${minutes} ${word("minutes")}` : ""}`;
  return make("div", { role: "treeitem", "aria-level": level, "aria-expanded": expanded === null ? null : String(expanded), tabindex: "-1", "data-id": id,
    "data-key": key, "aria-current": current ? "true" : null, "aria-label": spoken, class: `row level${level}` },
  kind ? make("i", { class: kind }) : null, make("span", { class: "name" }, title), wrong ? make("span", { class: "sign" }, "⚠") : null,
  state.changed.includes(key) && kind ? make("span", { class: "dot", title: word("just") }) : null, bar, make("span", { class: "minutes" }, String(minutes || "")));
}

export function fold(id) {
  const section = id.replace(/^s:/, "");
  open.has(section) ? open.delete(section) : open.add(section);
  showTree();
}
