// The buttons below a message.
import { el, plain } from "./dom.js";

/** keys makes the buttons; press(button) is called with the one pressed.
 * Choices are ticks when one of them is ticked or is said to be one. */
export function keys(rows, label, press) {
  if (!rows?.length) return null;
  const all = rows.flat();
  const ticks = all.some((b) => b.on || b.kind === "tick");
  const box = el("div", { className: "keys", role: "group", "aria-label": label },
    rows.map((row) => el("div", { className: "row" },
      row.map((b) => key(b, ticks && (b.kind === "choice" || b.kind === "tick" || b.on))))));
  box.addEventListener("click", (e) => {
    const button = e.target.closest("button");
    if (button) press(button);
  });
  box.addEventListener("keydown", (e) => arrows(e, box));
  return box;
}

function key(b, tick) {
  return el("button", {
    type: "button", className: `key ${b.kind || "choice"}`, dataset: { data: b.data },
    "aria-pressed": tick ? String(Boolean(b.on)) : undefined, "aria-haspopup": b.kind === "form" ? "dialog" : undefined,
  }, el("bdi", { textContent: plain(b.label) }));
}

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function arrows(e, box) {
  const all = [...box.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement);
  const to = e.key === "Home" ? 0 : e.key === "End" ? all.length - 1 : at + (steps[e.key] ?? NaN);
  if (at < 0 || Number.isNaN(to)) return;
  e.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, to))].focus();
}

/** choose shows at once what was pressed, before the bot has answered. */
export function choose(button) {
  const box = button.closest(".keys");
  if (button.ariaPressed !== null) {
    button.ariaPressed = String(button.ariaPressed !== "true");
    return;
  }
  box?.classList.add("chosen");
  button.classList.add("mine");
  button.ariaBusy = "true";
}

/** release takes that back. */
export function release(root) {
  for (const box of root.querySelectorAll(".keys.chosen")) box.classList.remove("chosen");
  for (const b of root.querySelectorAll(".mine")) {
    b.classList.remove("mine");
    b.ariaBusy = null;
  }
}
