// The page itself: its views, the browser's own back and forward, links to a node, keys, light and dark, files.

const DATA = JSON.parse(document.getElementById("data").textContent);
const WORDS = DATA.words;
const ORDER = DATA.order;
const MACHINE = new Machine(DATA.machine);
const DECIDES = new Set(["chosen", "voted", "told", "rejoined"]);
const VIEWS = { walk: null, diagram, compare: comparison, timeline, ties, sources, contents };
const OFFERED = { timeline: ORDER.length > 1, contents: ORDER.length > 1, ties: Object.values(DATA.points).some(hasTies) };

class App {
  constructor() {
    this.walk = Walk.at(ORDER[0]);
    this.manner = USUAL_MANNER;
    this.view = "walk";
    this.hasEnded = false;
    this.notice = "";
  }

  // Links and the browser's history

  get address() {
    return `#${this.walk.state.spot.map(encodeURIComponent).join("/")}`;
  }

  get kept() {
    const { start, moves } = this.walk;
    return { start, moves, manner: this.manner, view: this.view, hasEnded: this.hasEnded };
  }

  remember(replaces = false) {
    try {
      history[replaces ? "replaceState" : "pushState"](this.kept, "", this.address);
    } catch {
      // Some frames let a page have no history; it goes on without.
    }
  }

  restore(kept) {
    if (kept && own(DATA.machine.starts, kept.start)) {
      this.walk = Walk.at(kept.start).replayed(kept.moves);
      this.manner = kept.manner;
      this.view = Object.hasOwn(VIEWS, kept.view) ? kept.view : "walk";
      this.hasEnded = kept.hasEnded === true;
    } else {
      this.link();
      this.remember(true);
    }
    this.notice = "";
    this.draw();
  }

  // Follow `#turning-point/node`, or a node of the first turning point alone, by the road that led there in history.
  link() {
    const [first, second] = hashParts();
    const point = own(DATA.points, first) ? first : ORDER[0];
    const node = own(DATA.points, first) ? second : first;
    this.view = first === undefined && ORDER.length > 1 ? "contents" : "walk";
    this.hasEnded = false;
    this.walk = Walk.at(point);
    this.manner = USUAL_MANNER;
    for (const id of own(DATA.machine.history[point].road, node) ?? []) {
      const way = this.walk.open.find((each) => each.id === id);
      if (!way) break;
      this.walk = this.walk.take(way);
    }
  }

  // What somebody does

  show(walk, view = "walk") {
    Object.assign(this, { walk, view, hasEnded: false, notice: "" });
    this.remember();
    this.draw(true);
  }

  take(way, how) {
    this.show(this.walk.take(way, how));
  }

  // Keeps an argument as a reason for the last move, or that none is named.
  name(key, ground) {
    this.walk = this.walk.amended({ [key]: ground });
    this.remember(true);
  }

  begin(point) {
    this.manner = USUAL_MANNER;
    this.show(Walk.at(point));
  }

  end() {
    this.hasEnded = true;
    this.remember();
    this.draw();
    document.querySelector(".report h2").focus();
  }

  // Takes back the last move that somebody made, with all that came by itself after it.
  back() {
    let at = this.walk.moves.length - 1;
    while (at > 0 && !DECIDES.has(this.walk.moves[at].how)) at -= 1;
    if (at >= 0) this.show(this.walk.first(at));
  }

  turn(view) {
    Object.assign(this, { view, notice: "" });
    this.remember();
    this.draw(true);
  }

  save() {
    const address = URL.createObjectURL(new Blob([savedText(this.walk, this.manner)], { type: "application/json" }));
    element("a", { href: address, download: `${this.walk.start}-walk.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  async takeUp(file) {
    this.open(await file.text());
  }

  open(text) {
    const found = takenUp(text);
    if (typeof found === "string") {
      this.notice = found;
      this.draw();
      return;
    }
    const moves = found.walk.moves.length;
    this.manner = found.manner;
    this.show(found.walk);
    this.notice = moves === found.of ? WORDS.page.all_fit : filled(WORDS.fit, moves, found.of);
    this.draw();
  }

  // How it looks

  draw(moves = false) {
    const { walk, view } = this;
    document.body.replaceChildren(
      element("a", { class: "skip", href: "#content", click: focusContent }, WORDS.page.to_content),
      this.header(),
      element("main", { id: "content", tabindex: -1 }, element("p", { role: "status" }, this.notice), this.content(walk, view)),
    );
    if (!moves) return;
    scrollTo(0, 0);
    document.querySelector("main h2")?.focus({ preventScroll: true });
  }

  content(walk, view) {
    if (view !== "walk") return VIEWS[view](walk, this);
    const isStep = walk.moves.length && !STEPS_ALONE.has(walk.moves.at(-1).how);
    return [
      isStep ? moveTold(walk, this) : null,
      scene(walk, this),
      walk.isOver || this.hasEnded ? report(walk) : null,
      roadSoFar(walk, this),
      this.tools(),
    ];
  }

  header() {
    const views = Object.keys(VIEWS).filter((view) => OFFERED[view] ?? true);
    const tabs = views.map((view) => {
      const here = view === this.view;
      return element("li", {}, button(WORDS.page[view], () => this.turn(view), { "aria-current": here ? "page" : null, "data-view": view }));
    });
    const light = button(isDark() ? WORDS.page.light : WORDS.page.dark, () => this.switchLight(), { "data-light": true });
    return element(
      "header",
      { class: "top" },
      element("h1", {}, DATA.title),
      element("nav", { "aria-label": WORDS.page.views }, element("ul", {}, tabs), light),
    );
  }

  tools() {
    const { walk } = this;
    const file = element("input", { type: "file", accept: ".json,application/json", change: ({ target }) => target.files[0] && this.takeUp(target.files[0]) });
    const pins = element("input", { type: "checkbox", change: ({ target }) => document.documentElement.classList.toggle("with-pins", target.checked) });
    pins.checked = document.documentElement.classList.contains("with-pins");
    return element(
      "footer",
      { class: "tools" },
      element(
        "p",
        { class: "buttons" },
        walk.moves.length ? button(WORDS.page.back, () => this.back(), { "data-back": true }) : null,
        walk.moves.length ? button(WORDS.page.begin_again, () => this.begin(walk.start)) : null,
        button(WORDS.page.save, () => this.save()),
        button(WORDS.page.print, () => print()),
      ),
      element("p", {}, element("label", {}, pins, " ", WORDS.page.show_pins)),
      element("p", {}, element("label", {}, WORDS.page.take_up, " ", file)),
      quiet(WORDS.page.keys),
    );
  }

  switchLight() {
    document.documentElement.dataset.light = isDark() ? "light" : "dark";
    this.draw();
    document.querySelector("button[data-light]").focus();
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "Backspace") this.back();
    else if (this.view === "walk" && /^[1-9]$/.test(event.key)) document.querySelector(`button[data-number="${event.key}"]`)?.click();
    else return;
    event.preventDefault();
  }
}

function hashParts() {
  try {
    return location.hash.slice(1).split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

function focusContent(event) {
  event.preventDefault();
  document.getElementById("content").focus();
}

function isDark() {
  const chosen = document.documentElement.dataset.light;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

const APP = new App();
document.addEventListener("keydown", (event) => APP.pressed(event));
addEventListener("popstate", (event) => APP.restore(event.state));
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));
APP.restore(history.state);
