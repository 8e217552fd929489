// Elements, made without any markup: what a course says is text and never becomes anything else.
export const $ = (id) => document.getElementById(id);

export function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...inside.filter((one) => one != null && one !== ""));
  return element;
}

export function fill(element, ...inside) {
  element.replaceChildren(...inside.filter((one) => one != null && one !== ""));
}

// What a picture of a slide consists of; anything else in it is left out.
const SHAPES = new Set(["svg", "title", "defs", "marker", "path", "g", "text", "tspan", "image"]);
const ATTRIBUTES = new Set(["width", "height", "viewBox", "role", "lang", "font-family", "d", "fill", "stroke", "stroke-width", "fill-rule",
  "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "transform", "marker-end", "id", "refX", "refY", "markerWidth", "markerHeight",
  "orient", "x", "y", "font-size", "text-anchor", "font-weight", "overflow", "preserveAspectRatio", "href"]);
const NAMESPACE = "http://www.w3.org/2000/svg";

export function picture(source) {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  return copy(parsed) ?? document.createElementNS(NAMESPACE, "svg");
}

function copy(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || node.namespaceURI !== NAMESPACE || !SHAPES.has(node.localName)) return null;
  const element = document.createElementNS(NAMESPACE, node.localName);
  for (const { name, value } of node.attributes) {
    if (ATTRIBUTES.has(name) && (name !== "href" || /^data:image\/(png|jpeg);base64,/.test(value))) element.setAttribute(name, value);
  }
  for (const child of node.childNodes) {
    const kept = copy(child);
    if (kept) element.append(kept);
  }
  return element;
}
