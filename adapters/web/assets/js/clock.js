// The clock bar.
import { post } from "./api.js";
import { el } from "./dom.js";
import { onLang, problem, t } from "./lang.js";
import { dayShort, hourMinute, moment, now, setNow, year } from "./time.js";

const face = document.getElementById("now");
const status = document.getElementById("status");
const listeners = [];

/** onTime calls f whenever the minute may have changed. */
export const onTime = (f) => listeners.push(f);

function draw() {
  const at = now();
  face.replaceChildren(dayShort(at), el("span", { className: "wide", textContent: ` ${year(at)}` }), `, ${hourMinute(at)}`);
  face.dateTime = at.toISOString();
  listeners.forEach((f) => f(at));
}

/** clock shows what time the program says it is. */
export function clock({ now: at, zone }) {
  setNow(at, zone);
  draw();
}

/** startClock lets the clock be moved; before it is, onMove is called. */
export function startClock(onMove) {
  for (const button of document.querySelectorAll("[data-move]")) {
    button.addEventListener("click", () => move(button, onMove));
  }
  onLang(draw);
  setInterval(draw, 5000);
}

async function move(button, onMove) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  onMove();
  try {
    await post("clock", { move: button.dataset.move });
    setTimeout(() => { status.textContent = t("moved", { now: moment(now()) }); }, 150);
  } catch (err) {
    status.textContent = problem(err.message);
  }
  button.ariaBusy = "false";
}
