// Where one looks in a chat. Who is at the end stays at the end, but a long
// message is shown from its beginning; who reads further up is left in peace.

const near = 48;
const pause = 1500; // ms: what comes later does not belong to what came before

export class Scroll {
  constructor(view, talk, onMove) {
    this.view = view;
    this.following = true;
    this.anchor = null; // first message since the person did something, or had seen all
    this.target = -1;
    this.ended = true; // all that came has been seen
    this.missed = false; // something came while the chat was not shown
    this.last = 0; // when something came
    this.onMove = onMove;
    view.addEventListener("scroll", () => this.moved(), { passive: true });
    const watch = new ResizeObserver(() => this.follow());
    watch.observe(talk);
    watch.observe(view);
  }

  moved() {
    if (Math.abs(this.view.scrollTop - this.target) < 2) return;
    this.following = this.ended = this.atEnd();
    this.target = -1;
    this.onMove();
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.view;
    return scrollHeight - scrollTop - clientHeight < near;
  }

  /** acted says that the person did something: from here on, look at what comes. */
  acted() {
    this.anchor = null;
    this.following = true;
  }

  /** came says that a message of the bot was added at the end. */
  came(node) {
    const hidden = this.view.clientHeight === 0;
    const fresh = hidden ? !this.missed : this.ended && performance.now() - this.last > pause;
    if (!this.anchor?.isConnected || fresh) this.anchor = node;
    this.missed = hidden;
    this.last = performance.now();
    this.follow();
  }

  follow() {
    if (!this.following) return;
    if (this.view.clientHeight === 0) return this.onMove();
    this.missed = false;
    const end = this.view.scrollHeight - this.view.clientHeight;
    const top = this.anchor?.isConnected ? this.topOf(this.anchor) - 12 : end;
    this.target = Math.max(0, Math.min(end, top));
    this.view.scrollTop = this.target;
    this.target = this.view.scrollTop;
    this.ended = this.atEnd();
    this.onMove();
  }

  topOf(node) {
    return node.offsetTop - this.view.offsetTop; // where it will be, not where it is on its way in
  }

  /** toEnd goes to the latest message. */
  toEnd() {
    this.acted();
    this.follow();
  }

  /** still changes the talk without moving what is being read. */
  still(change) {
    const mark = this.following ? null : this.firstSeen();
    const before = mark?.getBoundingClientRect().top;
    change();
    if (mark?.isConnected) this.view.scrollTop += mark.getBoundingClientRect().top - before;
    else this.follow();
  }

  firstSeen() {
    const top = this.view.getBoundingClientRect().top;
    return [...this.view.querySelectorAll(".item")].find((n) => n.getBoundingClientRect().bottom > top + 8);
  }
}
