// Following the talk. The browser connects again by itself and says what it
// has seen last; what cannot be taken up again is told anew, whole.

/** follow calls tell.all, tell.entry, tell.clock as things happen, and tell.lost(bool). */
export function follow(tell) {
  const source = new EventSource("api/events");
  let quiet = 0;
  const lost = () => { quiet ||= setTimeout(() => tell.lost(true), 1500); };
  const found = () => { clearTimeout(quiet); quiet = 0; tell.lost(false); };
  source.onopen = found;
  source.onerror = () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(tell), 2000);
  };
  for (const name of ["all", "entry", "clock"]) {
    source.addEventListener(name, (e) => tell[name](JSON.parse(e.data)));
  }
  addEventListener("pagehide", () => source.close(), { once: true });
}
