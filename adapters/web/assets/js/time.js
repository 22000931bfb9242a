// The demo's time, as people read it.
import { lang } from "./lang.js";

const locales = { fr: "fr-BE", nl: "nl-BE", en: "en-GB" };
let zone = "Europe/Brussels";
let ahead = 0;

/** setNow tells what time it is in the demo. */
export function setNow(at, inZone) {
  zone = inZone && inZone !== "Local" ? inZone : undefined;
  ahead = new Date(at) - Date.now();
}

/** now is the demo's time. */
export const now = () => new Date(Date.now() + ahead);

const cut = (options) => (at) =>
  new Intl.DateTimeFormat(locales[lang()], { timeZone: zone, ...options }).format(new Date(at));

export const hourMinute = cut({ hour: "2-digit", minute: "2-digit" });
export const dayOf = cut({ weekday: "long", day: "numeric", month: "long" });
export const dayShort = cut({ weekday: "short", day: "numeric", month: "short" });
export const year = cut({ year: "numeric" });
export const moment = cut({ weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** dayKey is the same for two moments of one day. */
export const dayKey = cut({ year: "numeric", month: "2-digit", day: "2-digit" });
