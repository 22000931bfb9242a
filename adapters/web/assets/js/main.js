// The page of the demo: three chats, a clock, and starting again.
import { post } from "./api.js";
import { clock, onTime, startClock } from "./clock.js";
import { lang, onLang, problem, setLang, t, translate } from "./lang.js";
import { Pane } from "./pane.js";
import { join } from "./join.js";
import { skips } from "./skips.js";
import { steps } from "./steps.js";
import { follow } from "./stream.js";
import { choose, offer } from "./samples.js";
import { Tabs } from "./tabs.js";
import { now } from "./time.js";

const get = (id) => document.getElementById(id);
const panes = new Map();
const tabs = new Tabs(get("tabs"));
const came = join((name) => { get("status").textContent = problem(name); });

onLang(() => {
  document.documentElement.lang = lang();
  translate(document);
  for (const b of document.querySelectorAll("[data-lang]")) b.setAttribute("aria-pressed", String(b.dataset.lang === lang()));
});
for (const b of document.querySelectorAll("[data-lang]")) b.addEventListener("click", () => setLang(b.dataset.lang));
steps(choose);
onLang(() => skips([...panes.values()], (i) => tabs.show(i)));

startClock(() => panes.forEach((p) => p.scroll.acted())); // whoever moves the clock looks at what comes of it
onTime((at) => panes.forEach((p) => p.clock(at)));

/** open shows a pane for every chat: guests come and go. */
function open(chats) {
  const names = chats.map((c) => c.name);
  if (names.join() === [...panes.keys()].join()) return;
  for (const name of panes.keys()) if (!names.includes(name)) panes.delete(name);
  for (const chat of chats) if (!panes.has(chat.name)) panes.set(chat.name, new Pane(chat, () => tabs.news()));
  get("panes").replaceChildren(...[...panes.values()].map((p) => p.node));
  tabs.set([...panes.values()]);
  skips([...panes.values()], (i) => tabs.show(i));
}

/** joined brings somebody who followed a link to their own chat. */
function joined() {
  const at = [...panes.values()].findIndex((p) => p.chat.guest);
  if (!came || at < 0) return;
  tabs.show(at);
  [...panes.values()][at].node.scrollIntoView({ inline: "end", block: "nearest" });
}

follow({
  all({ chats, entries, samples, sample }) {
    open(chats);
    for (const chat of chats) panes.get(chat.name)?.belong(chat);
    offer(samples ?? [], sample, again);
    tabs.news();
    for (const [name, pane] of panes) pane.reset((entries ?? []).filter((e) => e.chat === name));
    panes.forEach((p) => p.clock(now()));
    get("panes").ariaBusy = "false";
    joined();
  },
  entry: (entry) => panes.get(entry.chat)?.tell(entry),
  clock,
  lost: (on) => { get("lost").hidden = !on; },
});

async function again(sample) {
  try {
    await post("restart", { sample });
    get("status").textContent = t("restarted");
  } catch (err) {
    get("status").textContent = problem(err.message);
  }
}
