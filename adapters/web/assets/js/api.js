// Asking the program to do something.
import { lang } from "./lang.js";

/** Refused is a request that was not done; its name is one of the problems in words.js. */
export class Refused extends Error {}

/** newId names one thing a person did. Asked for twice under it, it is done once. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** post asks for a thing to be done, and asks again when nobody answers. It gives
 * what was asked for, if anything. */
export async function post(what, body = {}) {
  const init = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ lang: lang(), ...body }),
  };
  for (let wait = 300; ; wait *= 3) {
    try {
      return await done(await fetch(`api/${what}`, init));
    } catch (err) {
      if (err instanceof Refused && err.message !== "again") throw err;
      if (wait > 3000) throw err instanceof Refused ? err : new Refused("offline");
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** upload sends one file of a chat. */
export async function upload(chat, id, file) {
  const query = new URLSearchParams({ chat, id, name: file.name, lang: lang() });
  const init = { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file };
  try {
    await done(await fetch(`api/upload?${query}`, init));
  } catch (err) {
    throw err instanceof Refused ? err : new Refused("offline");
  }
}

async function done(response) {
  if (response.ok) return response.status === 200 ? response.json() : undefined;
  const said = await response.json().catch(() => ({}));
  throw new Refused(said.problem ?? "again");
}
