// From pane to pane with the keyboard: links at the beginning of the page, and F6.
import { el } from "./dom.js";
import { own, t } from "./lang.js";

const nav = document.getElementById("skips");

/** skips makes a link to where one writes in each pane; show brings a pane into view. */
export function skips(panes, show) {
  const to = (i) => { show(i); panes[i].composer.box.focus(); };
  nav.replaceChildren(...panes.map((p, i) => el("a", {
    href: `#${p.node.id}`, textContent: t("skip", { who: own(p.chat.title) }), onclick: (e) => { e.preventDefault(); to(i); },
  })));
  document.onkeydown = (e) => {
    if (e.key !== "F6" || document.querySelector("dialog[open]")) return;
    e.preventDefault();
    const at = panes.findIndex((p) => p.node.contains(document.activeElement));
    to(at < 0 ? 0 : (at + (e.shiftKey ? -1 : 1) + panes.length) % panes.length);
  };
}
