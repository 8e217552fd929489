// The slide that is looked at, its notes, and the words one points at.
import { $, fill, make, picture } from "./dom.js";
import { drawn } from "./net.js";
import { number, short, slide, state } from "./state.js";
import { word } from "./words.js";

let shown = "";

export async function showSlide(mark) {
  const one = slide();
  $("stage").classList.toggle("old", Boolean(one && state.stale?.keys.includes(one.key)));
  if (!one) {
    shown = "";
    $("slide").replaceChildren(make("p", { class: "empty" }, word(state.r < 0 ? "building" : "empty")));
    $("notes").replaceChildren();
    return;
  }
  if (one.sum !== shown) {
    const source = await drawn(one.sum);
    if (slide()?.sum !== one.sum || source === null) return;
    shown = one.sum;
    const fresh = picture(source);
    fresh.setAttribute("aria-label", `${word("page", { n: number(one.key) })} ${one.title}`);
    const before = new Set([...$("slide").querySelectorAll("text")].map(told));
    $("slide").replaceChildren(fresh);
    if (mark) for (const text of fresh.querySelectorAll("text")) if (!before.has(told(text))) text.classList.add("fresh");
  }
  showNotes(one);
}

// A line of a text and where it stands: a line that moved on counts as the same.
const told = (text) => text.textContent;

function showNotes(one) {
  const kept = $("notes").scrollTop;
  $("notes").replaceChildren(
    ...one.notes.map(([label, text]) =>
      make("div", { class: label === "•" ? "note item" : "note" }, label && label !== "•" ? make("b", {}, label) : null,
        text ? make("p", { tabindex: "0", "data-text": text }, text) : null)),
  );
  $("notes").scrollTop = kept;
}

// The whole of the text that a line belongs to: the lines next to it in the same size and column.
export function wholeText(line) {
  const size = line.getAttribute("font-size"), x = line.getAttribute("x"), anchor = line.getAttribute("text-anchor");
  const same = (other) => other?.localName === "text" && other.getAttribute("font-size") === size && other.getAttribute("x") === x
    && other.getAttribute("text-anchor") === anchor;
  const lines = [line];
  for (let other = line.previousElementSibling; same(other); other = other.previousElementSibling) lines.unshift(other);
  for (let other = line.nextElementSibling; same(other); other = other.nextElementSibling) lines.push(other);
  return lines;
}

export function ring(lines) {
  for (const old of document.querySelectorAll(".picked")) old.classList.remove("picked");
  $("marks").replaceChildren();
  if (!lines.length) return;
  if (lines[0].localName !== "text") {
    lines[0].classList.add("picked");
    return;
  }
  const stage = $("stage").getBoundingClientRect();
  const boxes = lines.map((line) => line.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)), top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right)), bottom = Math.max(...boxes.map((box) => box.bottom));
  const mark = make("div", { class: "ring" });
  mark.style.left = `${left - stage.left - 5}px`;
  mark.style.top = `${top - stage.top - 3}px`;
  mark.style.width = `${right - left + 10}px`;
  mark.style.height = `${bottom - top + 6}px`;
  $("marks").append(mark);
}

export function showStale() {
  const stale = state.stale;
  $("stale").hidden = !stale;
  if (!stale) return;
  const place = stale.file ? `${short(stale.file)}:${stale.line}:${stale.column}` : "";
  fill($("stale"), 
    make("b", {}, word("old")), make("span", {}, word("since", { since: stale.since })),
    make("span", { class: "what" }, [place, stale.message].filter(Boolean).join(" · ")),
    stale.link ? make("a", { href: stale.link, class: "jump" }, word("jump"), make("kbd", {}, "F8")) : null,
  );
}
