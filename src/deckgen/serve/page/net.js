// What comes from the server and what goes there. Addresses are relative: the token of the page's own is in all of them.
const client = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
let source = null;

export function listen(view, on) {
  source?.close();
  source = new EventSource(`events?${new URLSearchParams({ ...view, client })}`);
  source.onopen = () => on.open();
  source.onerror = () => on.lost();
  for (const name of ["hello", "patch"]) source.addEventListener(name, (event) => on[name](JSON.parse(event.data)));
}

async function post(where, body) {
  const answer = await fetch(where, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return { ok: answer.ok, status: answer.status, ...(answer.status === 204 ? {} : await answer.json().catch(() => ({}))) };
}

// Said after the frame is on the screen: only then the next state is sent.
export function painted(r) {
  const tell = () => post("painted", { client, r }).catch(() => {});
  if (document.hidden) tell();
  else requestAnimationFrame(() => setTimeout(tell));
}

const pictures = new Map();

export function keep(svgs) {
  for (const [sum, svg] of Object.entries(svgs ?? {})) pictures.set(sum, svg);
  while (pictures.size > 60) pictures.delete(pictures.keys().next().value);
}

export async function drawn(sum) {
  if (!pictures.has(sum)) {
    const answer = await fetch(`s/${sum}.svg`);
    if (!answer.ok) return null;
    keep({ [sum]: await answer.text() });
  }
  return pictures.get(sum);
}

export const places = async (view, slide, text, notes) =>
  (await (await fetch(`source?${new URLSearchParams({ ...view, slide, text, notes: notes ? 1 : 0 })}`)).json()).places;
export const write = (changes) => post("edit", { changes });
export const undo = (number) => post("undo", { number });
