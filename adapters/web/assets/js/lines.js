// The lines of a message.
import { el, icon, plain } from "./dom.js";
import { t } from "./lang.js";
import { marked } from "./marks.js";

/** lines makes paragraphs, and lists of what belongs together. */
export function lines(all, lang) {
  const nodes = [];
  for (const line of all ?? []) {
    const last = nodes.at(-1);
    if (line.style === "bullet" && last?.tagName === "UL") last.append(bullet(line, lang));
    else if (line.style === "bullet") nodes.push(el("ul", { dir: "auto" }, bullet(line, lang)));
    else nodes.push(single(line, lang));
  }
  return nodes;
}

function single(line, lang) {
  switch (line.style) {
    case "heading": return one("h3", line, lang);
    case "hint": return one("p", line, lang, "hint");
    case "own": return el("blockquote", { dir: "auto", lang: other(line, lang) }, el("p", { textContent: plain(line.text) }));
    case "link": return link(line, lang);
    default: return paragraphs(line, lang);
  }
}

/** paragraphs shows a text; lines of it that begin with a bullet are a list. */
function paragraphs(line, lang) {
  if (!/^• /m.test(line.text ?? "")) return one("p", line, lang);
  const box = el("div", { className: "part", lang: other(line, lang) });
  let marks = line.marks ?? [];
  for (const all of line.text.split("\n")) {
    const bullet = all.startsWith("• ");
    const text = bullet ? all.slice(2) : all;
    const said = marked({ text, marks: marks.filter((m) => text.includes(m.word)) });
    marks = marks.filter((m) => !text.includes(m.word));
    const last = box.lastElementChild;
    const li = bullet && el("li", { dir: "auto" }, said);
    if (bullet && last?.tagName === "UL") last.append(li);
    else box.append(bullet ? el("ul", { dir: "auto" }, li) : el("p", { dir: "auto" }, said));
  }
  return box;
}

/** bullet is an entry of a list; one that says its own number needs no dot. */
function bullet(line, lang) {
  return one("li", line, lang, /^\d+[.)] /.test(line.text) ? "numbered" : "");
}

function one(tag, line, lang, className) {
  return el(tag, { className: className ?? "", dir: "auto", lang: other(line, lang) }, marked(line));
}

const other = (line, lang) => (line.lang && line.lang !== lang ? line.lang : undefined);

function link(line, lang) {
  if (!safe(line.url)) return one("p", line, lang);
  return el("p", { dir: "auto" }, away(line.url, plain(line.text || line.url)));
}

/** away is a link that leaves the page. */
export function away(url, text, symbol) {
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" },
    symbol && icon(symbol), el("bdi", { textContent: text }),
    el("span", { className: "unseen", textContent: ` (${t("new-window")})` }), icon("out"));
}

/** safe tells whether a link leads to a page and nothing else. */
export function safe(url) {
  return /^https?:\/\//i.test(url ?? "");
}
