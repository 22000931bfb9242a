// The page of the demo: three chats, a clock, and starting again.
import { post } from "./api.js";
import { clock, onTime, startClock } from "./clock.js";
import { lang, onLang, problem, setLang, t, translate } from "./lang.js";
import { Pane } from "./pane.js";
import { follow } from "./stream.js";
import { offer } from "./samples.js";
import { Tabs } from "./tabs.js";
import { now } from "./time.js";

const get = (id) => document.getElementById(id);
const panes = new Map();
const tabs = new Tabs(get("tabs"));

onLang(() => {
  document.documentElement.lang = lang();
  translate(document);
  for (const b of document.querySelectorAll("[data-lang]")) b.setAttribute("aria-pressed", String(b.dataset.lang === lang()));
});
for (const b of document.querySelectorAll("[data-lang]")) b.addEventListener("click", () => setLang(b.dataset.lang));

startClock();
onTime((at) => panes.forEach((p) => p.clock(at)));

function open(chats) {
  for (const chat of chats) panes.set(chat.name, new Pane(chat, () => tabs.news()));
  get("panes").replaceChildren(...[...panes.values()].map((p) => p.node));
  tabs.set([...panes.values()]);
}

follow({
  all({ chats, entries, samples, sample }) {
    if (!panes.size) open(chats);
    for (const chat of chats) panes.get(chat.name)?.belong(chat);
    offer(samples ?? [], sample, again);
    tabs.news();
    for (const [name, pane] of panes) pane.reset((entries ?? []).filter((e) => e.chat === name));
    panes.forEach((p) => p.clock(now()));
    get("panes").ariaBusy = "false";
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
