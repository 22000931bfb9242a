// Coming in by the link of an invitation. A browser is one guest, however often a link is opened in it.
import { newId, post } from "./api.js";

/** join opens the invitation that the address of the page names; it is true if there is one.
 * What goes wrong is told by its name. */
export function join(failed) {
  const code = new URLSearchParams(location.search).get("join");
  if (!code) return false;
  history.replaceState(null, "", location.pathname);
  post("join", { code, id: guest() }).catch((err) => failed(err.message));
  return true;
}

function guest() {
  try {
    const kept = localStorage.getItem("guest") ?? newId();
    localStorage.setItem("guest", kept);
    return kept;
  } catch {
    return newId(); // private window: somebody else each time
  }
}
