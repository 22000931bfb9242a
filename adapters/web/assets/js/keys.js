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
  stop(box);
  return box;
}

function key(b, tick) {
  return el("button", {
    type: "button", className: `key ${b.kind || "choice"}`, dataset: { data: b.data },
    "aria-pressed": tick ? String(Boolean(b.on)) : undefined, "aria-haspopup": b.kind === "form" ? "dialog" : undefined,
  }, el("bdi", { textContent: plain(b.label) }));
}

/** stop leaves one button of a card in the tab order; arrows lead to the others. out leaves none: to
 * old cards lead the arrows, from card to card. */
export function stop(box, out = false) {
  const all = [...box.querySelectorAll("button")];
  const at = all.includes(document.activeElement) ? document.activeElement : all[0];
  for (const b of all) b.tabIndex = b === at && !out ? 0 : -1;
}

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function arrows(e, box) {
  const all = [...box.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement);
  const to = e.key === "Home" ? 0 : e.key === "End" ? all.length - 1 : at + (steps[e.key] ?? NaN);
  if (at < 0 || Number.isNaN(to)) return;
  e.preventDefault();
  const next = all[to] ?? beside(box, Math.sign(to)) ?? all[at];
  next.focus();
  stop(box);
}

/** beside is the nearest button of the card above (-1) or below. */
function beside(box, way) {
  const cards = [...box.closest(".talk").querySelectorAll(".keys")];
  const card = cards[cards.indexOf(box) + (way || 1)];
  const buttons = [...(card?.querySelectorAll("button") ?? [])].filter((b) => b.checkVisibility());
  return way < 0 ? buttons.at(-1) : buttons[0];
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
