// What a road came to along time, and what hangs on what: both only as far as it is decided.

function hasTies({ premise, nodes }) {
  return premise.length > 0 || Object.values(nodes).some((node) => node.ways.some((way) => way.ties.length));
}

function isDecided(move) {
  return !STEPS_ALONE.has(move.how);
}

// The turning points that did not arise on a road so far, each with what failed.
function absentSoFar(walk) {
  return walk.moves.flatMap((move, at) => (move.how === "went-on" ? walk.first(at).absent : []));
}

function timeline(walk) {
  const gone = new Map(absentSoFar(walk).map((each) => [each.point, each]));
  const items = ORDER.map((id) => moment(id, walk, gone.get(id)));
  return [element("h2", { tabindex: -1 }, WORDS.page.timeline), element("ol", { class: "contents" }, items)];
}

function moment(id, walk, gone) {
  const { title, when } = told(DATA.points[id], walk.state.facts);
  return element(
    "li",
    { "aria-current": id === walk.point ? "step" : null, "data-moment": id },
    quiet(when),
    element("h3", {}, title),
    walk.moves.map((move, at) => (move.scenario === id && isDecided(move) ? decision(walk.first(at), move) : null)),
    gone ? absence([gone], sayer(walk)) : null,
  );
}

// What was decided at a question, and what happened where that was another thing.
function decision(before, move) {
  const label = (id) => filled(WORDS.taken, before.node.ways.find((each) => each.id === id).label);
  const line = (lead, id) => element("p", { class: id === before.happened ? "happened" : null }, element("strong", {}, lead), " ", label(id));
  return [
    element("p", {}, told(before.node, before.state.facts).text),
    line(WORDS.made[move.how], move.way),
    before.happened !== undefined && before.happened !== move.way ? line(WORDS.happened, before.happened) : null,
  ];
}

function ties(walk) {
  const seen = [...new Set(walk.states.map(({ spot }) => spot[0]))].filter((id) => MACHINE.isTold(id));
  const sections = seen.map((id) => tiesOf(id, walk)).filter(Boolean);
  return [element("h2", { tabindex: -1 }, WORDS.page.ties), sections.length ? sections : quiet(WORDS.nothingTied)];
}

// What a turning point asks of a road to arise, and what each way asked at the questions that were decided.
function tiesOf(id, walk) {
  const there = walk.first(walk.states.findLastIndex(({ spot }) => spot[0] === id));
  const { title, when, premise, nodes } = told(DATA.points[id], there.state.facts);
  const say = sayer(there);
  const item = (tie, [wanted, unwanted], label) => {
    const fact = own(DATA.machine.facts, tie.fact)?.[0] ?? tie.said;
    const said = filled(tie.wanted ? wanted : unwanted, fact, label);
    return element("li", {}, tie.implied ? filled(WORDS.onlySuggested, said) : said, reasonList([tie], say));
  };
  const decided = new Set(walk.moves.filter((move) => move.scenario === id && isDecided(move)).map((move) => move.node));
  const ways = [...decided].flatMap((node) => nodes[node].ways);
  const items = [
    ...premise.map((tie) => item(tie, WORDS.arises)),
    ...ways.flatMap((way) => way.ties.map((tie) => item(tie, WORDS.openIf, way.label))),
  ];
  return items.length ? [element("h3", {}, title), quiet(when), element("ul", {}, items)] : null;
}

// For the report: what never arose, and which ways were closed.
function lostOnTheRoad(walk) {
  const say = sayer(walk);
  const absent = inRows(absentSoFar(walk)).map((row) => absence(row, say));
  const closed = walk.moves.flatMap((move, at) => {
    const before = walk.first(at);
    return isDecided(move) ? before.ways.filter((way) => !way.isOpen).map((way) => shut(before, way)) : [];
  });
  return [
    absent.length ? [element("h3", {}, WORDS.page.never_arose), absent] : null,
    closed.length ? [element("h3", {}, WORDS.page.was_closed), element("ul", {}, closed)] : null,
  ];
}

function shut(before, { way, closed }) {
  const { title } = told(DATA.points[before.point], before.state.facts);
  const why = filled(WORDS.closed, closed.map((tie) => tie.said).join("; "));
  return element("li", {}, element("strong", {}, title), `: “${way.label}”. ${why}`);
}
