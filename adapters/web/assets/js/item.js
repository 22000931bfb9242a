// One entry of a chat, as it is shown.
import { el, plain } from "./dom.js";
import { lang, t } from "./lang.js";
import { keys } from "./keys.js";
import { lines } from "./lines.js";
import { file, media } from "./media.js";
import { hourMinute } from "./time.js";

/** long is from how many characters on a message is shown in part at first. */
const long = 1500;

/** item makes an entry: {id, at, message | text, files, state}. press is called with a pressed button. */
export function item(entry, pane, press, quoted) {
  const node = el("article", { className: `item ${entry.message ? "bot" : "me"}`, dataset: { id: entry.id } });
  fill(node, entry, pane, press, quoted);
  return node;
}

/** fill shows an entry in its node, in place of what was there. quoted is the entry that it answers, where that is said. */
export function fill(node, entry, pane, press, quoted) {
  const m = entry.message;
  node.classList.toggle("pending", entry.state === "pending");
  node.classList.toggle("failed", Boolean(entry.problem));
  node.onclick = (e) => { if (e.target.classList?.contains("term")) press(e.target); };
  node.replaceChildren(...[face(entry, pane), bubble(entry, pane, quoted), m && keys(m.buttons, labelOf(m), press)].filter(Boolean));
}

function bubble(entry, pane, quoted) {
  const m = entry.message;
  const name = el("p", { className: "author" },
    el("b", { textContent: m ? "visesbot" : pane.person || t("you") }),
    m && el("span", { className: "app", textContent: t("app") }), stamp(entry));
  const body = el("div", { className: "body", lang: m?.lang || entry.lang || lang() }, quote(quoted), m ? said(m) : typed(entry));
  return el("div", { className: "bubble" }, name, body, el("p", { className: "stamp" }, entry.message ? null : mark(entry), stamp(entry)));
}

/** quote says what an entry answers. */
function quote(entry) {
  if (!entry) return null;
  const words = entry.message ? labelOf(entry.message) : plain(entry.text ?? "").slice(0, 160);
  return el("p", { className: "quoted", dir: "auto" }, el("span", { className: "unseen", textContent: `${t("answers")} ` }), words);
}

/** said is what a message says; a film that is also linked to is shown once. */
function said(m) {
  const twice = (l) => l.style === "link" && l.url && l.url === m.media?.url;
  return [media(m.media), ...(m.files ?? []).map((f) => file(f)), ...lines(m.lines?.filter((l) => !twice(l)), m.lang)];
}

function typed(entry) {
  const text = plain(entry.text ?? "");
  const p = text && el("p", { dir: "auto", textContent: text });
  return [...files(entry), ...(text.length > long ? shortened(p) : [p || null]), entry.problem && complaint(entry)];
}

const files = (entry) => (entry.files ?? []).map((f) => file(f, entry.local, "your-picture"));

function shortened(p) {
  const more = el("button", { type: "button", className: "more", textContent: t("more") });
  p.classList.add("clamp");
  more.addEventListener("click", () => { p.classList.remove("clamp"); more.remove(); });
  return [p, more];
}

function complaint(entry) {
  return el("p", { className: "complaint", role: "alert" }, el("span", { textContent: entry.problem }),
    entry.again && el("button", { type: "button", textContent: t("retry"), onclick: entry.again }));
}

function face(entry, pane) {
  if (entry.message) return el("span", { className: "face", "aria-hidden": "true" }, el("img", { src: "icon.svg", alt: "" }));
  return el("span", { className: "face letter", "aria-hidden": "true", textContent: (pane.person || "?").slice(0, 1) });
}

const stamp = (entry) => el("time", { dateTime: entry.at, textContent: hourMinute(entry.at) });

function mark(entry) {
  const sent = entry.state !== "pending";
  return el("span", { className: sent ? "sent" : "way" }, el("span", { className: "unseen", textContent: sent ? "" : t("sending") }));
}

/** labelOf names a message by its heading, or by what it says first. */
export function labelOf(m) {
  const said = m.lines ?? [];
  const line = said.find((l) => l.style === "heading") ?? said.find((l) => l.style === "body") ?? said[0];
  return plain(line?.text ?? m.files?.[0]?.name ?? "visesbot").slice(0, 160);
}
