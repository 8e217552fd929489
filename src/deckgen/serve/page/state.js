// What the page shows, and where on it one is. The fragment keeps the place: #slide=B2.2.s2&delivery=2-day&theme=default
export const state = { r: -1, head: {}, slides: new Map(), order: [], diags: [], stale: null, at: "", changed: [], edits: [], place: null };

export function fragment() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

export function remember(changes) {
  const now = { ...fragment(), ...changes };
  for (const key of Object.keys(now)) if (!now[key]) delete now[key];
  history.replaceState(null, "", `#${new URLSearchParams(now)}`);
}

export function view() {
  const { delivery = "", theme = "", profile = "" } = fragment();
  return { delivery, theme, profile };
}

export function greet(told) {
  state.r = told.r;
  state.head = told.head;
  state.slides = new Map(told.slides.map((one) => [one.key, one]));
  state.order = told.slides.map((one) => one.key);
  state.diags = told.diags;
  state.stale = told.stale;
  state.changed = state.changed.filter((key) => state.slides.has(key));
}

// False where the patch is not of the state that is here: then all of it is asked for again.
export function apply(told) {
  if (told.from !== state.r) return false;
  state.r = told.r;
  const changed = [];
  for (const one of told.slides) {
    const before = state.slides.get(one.key);
    if (!before || before.sum !== one.sum || JSON.stringify(before.notes) !== JSON.stringify(one.notes)) changed.push(one.key);
    state.slides.set(one.key, one);
  }
  if (told.order) {
    state.order = told.order;
    const there = new Set(told.order);
    for (const key of state.slides.keys()) if (!there.has(key)) state.slides.delete(key);
  }
  for (const name of ["head", "diags", "stale"]) if (name in told) state[name] = told[name];
  if (changed.length) state.changed = changed;
  return true;
}

// A file as one calls it inside its course.
export const short = (file) => (file.startsWith(`${state.head.folder}/`) ? file.slice(state.head.folder.length + 1) : file);
export const slide = () => state.slides.get(state.at);
export const number = (key) => state.order.indexOf(key) + 1;
