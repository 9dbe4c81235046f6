// Beside the walk: the diagram as far as it is decided, the sources side by side, the sources, all turning points.

// The step up to which a diagram may be drawn: what was decided in it, and the question at which the walk stands.
function diagramStep(walk) {
  const { steps } = DATA.diagrams[walk.point];
  if (!steps.length) return -1;
  if (walk.isOutcome) return Infinity;
  const states = walk.states.filter(({ spot }) => spot[0] === walk.point).map(({ spot }) => spot[1]);
  const here = states.at(-1);
  const isOnSpine = steps.some(([node]) => node === here);
  const last = states.findLast((node) => node !== here && steps.some(([id]) => id === node));
  // Off the spine the consequence would show what hangs on the choice that is still to be made.
  const phases = isOnSpine ? ["question", "options", "arguments"] : ["question", "options", "arguments", "happened"];
  return steps.findLastIndex(([node, phase]) => node === (isOnSpine ? here : last) && phases.includes(phase));
}

function isSeen(step) {
  return (attributes) => {
    const at = attributes.s ?? 0;
    const until = attributes.u ?? Infinity;
    return at <= step && (step < until || until === Infinity);
  };
}

function diagram(walk, app) {
  const { title } = told(DATA.points[walk.point], walk.state.facts);
  const step = diagramStep(walk);
  const name = filled(WORDS.diagram, title);
  if (step < 0) return [element("h2", { tabindex: -1 }, name), quiet(WORDS.page.undecided)];
  const nodes = Object.keys(DATA.points[walk.point].nodes);
  // A click on what was decided leads back to where it was asked.
  const meet = (box, node) => {
    const at = walk.states.findIndex(({ spot }) => spot[0] === walk.point && spot[1] === nodes[node]);
    if (at < 0) return;
    box.setAttribute("class", "met");
    box.addEventListener("click", () => app.show(walk.first(at)));
  };
  const picture = drawn(DATA.diagrams[walk.point].drawing, isSeen(step), meet);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", name);
  const width = Number.parseFloat(picture.getAttribute("viewBox").split(" ")[2]);
  const frame = element("div", { class: "frame", tabindex: 0, role: "region", "aria-label": name }, picture);
  let scale = 0;
  const zoom = (factor) => {
    scale = factor && (scale || frame.clientWidth / width) * factor;
    picture.setAttribute("width", scale ? `${Math.round(width * scale)}` : "100%");
    picture.removeAttribute("height");
  };
  zoom(0);
  return [
    element("h2", { tabindex: -1 }, name),
    quiet(step === Infinity ? "" : WORDS.page.sealed_diagram),
    element(
      "p",
      { class: "buttons screen" },
      button(WORDS.page.larger, () => zoom(1.4)),
      button(WORDS.page.smaller, () => zoom(1 / 1.4)),
      button(WORDS.page.whole, () => zoom(0)),
    ),
    frame,
  ];
}

// Options against sources, of each decision that was taken, and of the one at which the walk stands what it shows.
function comparison(walk) {
  const point = told(DATA.points[walk.point], walk.state.facts);
  const say = sayer(walk);
  const passed = new Set(walk.states.filter(({ spot }) => spot[0] === walk.point).map(({ spot }) => spot[1]));
  const here = walk.state.spot[1];
  const decided = Object.entries(point.nodes).filter(
    ([id, node]) => node.kind === WORDS.kinds[0] && (walk.isOutcome || passed.has(id)),
  );
  const tables = decided.map(([id, node]) => {
    const isOpen = !walk.isOutcome && id === here;
    return table(told(node, walk.state.facts), point, say, isOpen ? null : own(walk.history.ways, id), isOpen);
  });
  return [element("h2", { tabindex: -1 }, point.title), tables];
}

function table(node, point, say, happened, isOpen) {
  const kept = (each) => !isOpen || !each.waits;
  const claims = (way, at) => way.arguments.filter((each) => kept(each) && each.sources.includes(at));
  const sources = point.sources.map((each, at) => [each.short, at]);
  const shown = sources.filter(([, at]) => node.ways.some((way) => claims(way, at).length));
  const head = [WORDS.page.option, ...shown.map(([short]) => short)];
  const rows = node.ways.map((way) =>
    element(
      "tr",
      { class: way.id === happened ? "happened" : null },
      element("th", { scope: "row" }, way.id === happened ? filled(WORDS.marked, way.label) : way.label),
      shown.map(([short, at]) => element("td", { "data-head": short }, cell(claims(way, at), say))),
    ),
  );
  return element(
    "div",
    { class: "frame", tabindex: 0, role: "region", "aria-label": node.text },
    element(
      "table",
      {},
      element("caption", {}, node.text),
      element("thead", {}, element("tr", {}, head.map((each) => element("th", { scope: "col" }, each)))),
      element("tbody", {}, rows),
    ),
  );
}

function cell(claims, say) {
  if (!claims.length) return element("span", { class: "quiet" }, WORDS.silent);
  return claims.map((claim) =>
    element(
      "p",
      { class: claim.side },
      element("strong", { class: "lead" }, WORDS.lead[claim.side]),
      " ",
      say(claim.claim),
      claim.voice && element("span", { class: "owner" }, ` (${say(claim.voice)})`),
    ),
  );
}

function sources(walk) {
  return [element("h2", { tabindex: -1 }, WORDS.page.sources), sourceList(Object.keys(DATA.points))];
}

function contents(walk, app) {
  const items = ORDER.map((id) => {
    const { title, when, question } = DATA.points[id];
    const begin = button(title, () => app.begin(id), { class: "way", "data-begin": id });
    return element("li", {}, begin, quiet(when), element("p", {}, question));
  });
  return [element("h2", { tabindex: -1 }, WORDS.page.contents), element("ol", { class: "contents" }, items)];
}

function roadSoFar(walk, app) {
  if (!walk.moves.length) return null;
  const items = walk.moves.map((move, at) => {
    const before = walk.first(at);
    const node = told(before.node, before.state.facts);
    const label = before.isOutcome ? filled(WORDS.outcome, node.text) : before.node.ways.find((each) => each.id === move.way).label;
    return element("li", {}, button(label, () => app.show(before), { class: "link" }));
  });
  return folded(WORDS.page.road_so_far, element("ol", { class: "road" }, items));
}
