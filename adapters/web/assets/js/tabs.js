// On a narrow screen one chat is seen at a time; tabs lead to the others.
import { el } from "./dom.js";
import { onLang, own, t } from "./lang.js";

const narrow = matchMedia("(max-width: 1119px)");

export class Tabs {
  constructor(bar) {
    this.bar = bar;
    this.tabs = [];
    this.current = 0;
    bar.addEventListener("keydown", (e) => this.key(e));
    narrow.addEventListener("change", () => this.show(this.current));
    onLang(() => this.news());
  }

  /** set makes a tab for every pane. */
  set(panes) {
    this.panes = panes;
    this.tabs = panes.map((p, i) => el("button", {
      type: "button", role: "tab", id: `tab-${p.chat.name}`, "aria-controls": p.node.id, onclick: () => this.show(i),
    }, el("span"), el("b", { className: "count", hidden: true })));
    this.bar.replaceChildren(...this.tabs);
    this.show(0);
    this.news();
  }

  show(at) {
    this.current = at;
    this.tabs.forEach((tab, i) => {
      const here = i === at;
      tab.setAttribute("aria-selected", String(here));
      tab.tabIndex = here ? 0 : -1;
      const { node } = this.panes[i];
      node.classList.toggle("current", here);
      node.setAttribute("role", narrow.matches ? "tabpanel" : "region");
      node.setAttribute("aria-labelledby", tab.id);
    });
    this.panes[at]?.scroll.follow();
    this.panes[at]?.looked();
  }

  key(e) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    this.show((this.current + step + this.tabs.length) % this.tabs.length);
    this.tabs[this.current].focus();
  }

  /** news shows how much is unread in chats that are not seen. */
  news() {
    this.tabs.forEach((tab, i) => {
      const { chat, unread } = this.panes[i];
      tab.firstChild.textContent = own(chat.title);
      tab.lastChild.hidden = !unread || i === this.current;
      tab.lastChild.textContent = unread;
      tab.lastChild.setAttribute("aria-label", t("news", { n: unread }));
    });
  }
}
