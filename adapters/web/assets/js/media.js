// Pictures and films of the bot; photos and documents of a person.
import { el, icon, plain } from "./dom.js";
import { t } from "./lang.js";
import { away, safe } from "./lines.js";

/** media shows the pictures of the content and of the programme; what stands elsewhere is a link, for
 * this page asks nobody else for anything. */
export function media(m) {
  if (!m) return null;
  if (m.kind === "picture" && m.name) {
    const src = `media/${m.name.split("/").map(encodeURIComponent).join("/")}`;
    return el("figure", {}, el("img", { src, alt: plain(m.alt), decoding: "async" }));
  }
  if (m.kind === "picture" && m.file) {
    const img = el("img", { src: `files/${encodeURIComponent(m.file)}`, alt: plain(m.alt), decoding: "async" });
    return el("figure", {}, img);
  }
  if (!safe(m.url)) return m.alt ? el("p", { className: "hint", dir: "auto", textContent: plain(m.alt) }) : null;
  const film = m.kind === "film";
  return el("div", { className: "film" },
    away(m.url, plain(m.alt) || t(film ? "film" : "picture"), film ? "film" : "paper"));
}

/** file shows a file that was kept; local is where it is before it was sent, alt the words that say whose picture it is. */
export function file(f, local, alt = "their-picture") {
  const name = plain(f.name || "");
  const href = local ?? `files/${encodeURIComponent(f.id)}`;
  if (/^image\/(jpeg|png|webp)$/.test(f.type ?? "")) {
    const img = el("img", { src: href, alt: t(alt, { name }), decoding: "async" });
    return el("figure", {}, local ? img : el("a", { href, target: "_blank", rel: "noopener" }, img));
  }
  return el("a", { className: "paper", href, download: f.name || "file" },
    el("span", { className: "sheet" }, icon("paper")),
    el("span", {}, el("bdi", { textContent: name }), el("small", { textContent: size(f.size) })));
}

function size(bytes) {
  if (!bytes) return "";
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
