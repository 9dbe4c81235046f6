// The place where a walk stands: the situation, the question and the ways on; at an outcome what followed, and what next.

function scene(walk, app) {
  return [entrance(walk), walk.isOutcome ? outcome(walk, app) : question(walk, app)];
}

function entrance(walk) {
  if (!walk.isEntrance) return null;
  const point = told(DATA.points[walk.point], walk.state.facts);
  const where = [point.where, point.when].filter(Boolean).join(" · ");
  return element(
    "header",
    { class: "entrance" },
    element("h2", { tabindex: -1 }, point.title),
    quiet(where),
    element("p", { class: "lead-question" }, point.question),
    difference(walk),
    point.context && element("p", {}, point.context),
  );
}

// How the facts of a road differ from those of history where it comes into a turning point.
function changes(point, facts) {
  const before = new Set(DATA.machine.history[point].before);
  return Object.keys(DATA.machine.facts).filter((fact) => facts.has(fact) !== before.has(fact));
}

function difference(walk) {
  if (!walk.moves.length) return null;
  const { point, state } = walk;
  const last = walk.states.findLastIndex((each, at) => at < walk.states.length - 1 && each.spot[1] === DATA.points[each.spot[0]].first);
  const known = last < 0 ? [] : changes(walk.states[last].spot[0], walk.states[last].facts);
  const news = changes(point, state.facts).filter((fact) => DATA.points[point].bearing.includes(fact) || !known.includes(fact));
  const lines = news.map((fact) => element("li", {}, changed(fact, state.facts)));
  return [rejoined(walk), lines.length ? [element("h3", {}, WORDS.different), element("ul", {}, lines)] : null];
}

function changed(fact, facts) {
  const [yes, no] = DATA.machine.facts[fact];
  const [now, held] = facts.has(fact) ? [yes, no] : [no, yes];
  if (!held) return `${WORDS.onYourRoad} ${filled(WORDS.notInHistory, now)}`;
  return `${WORDS.heldInHistory} ${filled(WORDS.withHistory[now ? 1 : 0], held, now)}`;
}

function rejoined(walk) {
  if (walk.moves.at(-1).how !== "rejoined") return null;
  const [absence] = walk.first(walk.moves.length - 1).absent;
  const facts = absence.failing.map((tie) => [DATA.machine.facts[tie.fact]?.[0] ?? tie.fact, tie.wanted]);
  const said = facts.map(([fact, wanted]) => (wanted ? fact : filled(WORDS.noLonger, fact)));
  return element("p", { class: "verdict" }, filled(WORDS.rejoined, said.join(" ")));
}

function asked(node, text) {
  return element("h2", { tabindex: -1 }, element("span", { class: "lead" }, node.asked), " ", text);
}

function question(walk, app) {
  const node = told(walk.node, walk.state.facts);
  const say = sayer(walk);
  const assumed = new Set(DATA.machine.starts[walk.start].assumed);
  const given = node.asks.filter((fact) => assumed.has(fact)).map((fact) => DATA.machine.facts[fact][0]);
  return element(
    "section",
    { class: walk.isChance ? "place chance" : "place decision" },
    node.context && element("p", {}, node.context),
    asked(node, node.text),
    quiet(say(node.who)),
    given.map((fact) => quiet(filled(WORDS.given, fact))),
    quiet(node.waits),
    ways(walk, app, say),
  );
}

function ways(walk, app, say) {
  const offered = offers(walk);
  const cards = walk.ways.map((each, at) => card(each, at + 1, walk, app, own(offered, each.id), say));
  const list = element("ol", { class: "ways", "aria-label": WORDS.page.ways_on }, cards);
  if (walk.isOver) return [list, element("p", { class: "verdict" }, WORDS.closedRound)];
  if (walk.onlyWay) return [list, quiet(WORDS.oneWay), button(WORDS.page.go_on, () => app.take(walk.onlyWay), { class: "go", "data-go": true })];
  if (!walk.isChance) return [list, allArguments(walk, offered, say)];
  const dice = button(WORDS.page.roll, () => app.take(roll(walk), "rolled"), { class: "go", "data-go": true });
  return [dice, folded(WORDS.page.say, list)];
}

function card({ id, way, closed, warned, isOpen }, number, walk, app, offer, say) {
  const choice = { class: "way", "data-way": id, "data-number": number };
  const shown = offer && isOpen ? way.arguments.filter((_, at) => offer.shown.includes(at)) : [];
  const head =
    isOpen && !walk.onlyWay
      ? button([element("span", { class: "number", "aria-hidden": "true" }, `${number}`), " ", way.label], () => app.take({ ...walk.ways[number - 1] }), choice)
      : element("p", { class: "way", "data-closed": !isOpen && id }, element("span", { class: "number" }, `${number}`), " ", way.label);
  return element(
    "li",
    { class: isOpen ? null : "closed" },
    head,
    closed.length ? [quiet(filled(WORDS.closed, closed.map((tie) => tie.said).join("; "))), reasonList(closed, say)] : null,
    isOpen && warned.length ? [quiet(filled(WORDS.suggested, warned.map((tie) => tie.said).join("; "))), reasonList(warned, say)] : null,
    quiet(say(offer?.wanted ?? "")),
    claimList(shown, say),
    quiet(offer?.silent),
  );
}

// The arguments that may be told before the choice and do not stand on the page.
function allArguments(walk, offered, say) {
  const open = walk.open.filter((each) => own(offered, each.id));
  const rest = open.map(({ way, id }) => [way, way.arguments.filter((_, at) => (offered[id].more ?? []).includes(at))]);
  const number = rest.reduce((sum, [, more]) => sum + more.length, 0);
  if (!number) return null;
  const lists = rest.filter(([, more]) => more.length).map(([way, more]) => [element("h3", {}, way.label), claimList(more, say)]);
  return folded(WORDS.more[number], lists);
}

function outcome(walk, app) {
  const node = told(walk.node, walk.state.facts);
  const say = sayer(walk);
  const instead = walk.isHistorical ? null : DATA.points[walk.point].nodes[walk.history.nodes.at(-1)];
  const { consequences } = node;
  return element(
    "section",
    { class: walk.isHistorical ? "place outcome historical" : "place outcome" },
    element("h2", { tabindex: -1 }, filled(WORDS.outcome, node.text)),
    node.context && element("p", {}, node.context),
    quiet(say(node.basis)),
    quiet(endOdds(walk)),
    instead && isOutcome(instead) && element("p", { class: "happened" }, element("strong", {}, WORDS.happenedInstead), " ", filled(WORDS.taken, instead.text)),
    consequences.length ? [element("h3", {}, node.followed), claimList(consequences, say)] : null,
    quiet(node.nothing),
    node.question && element("p", {}, element("strong", {}, WORDS.toDiscuss), " ", node.question),
    noteList(node.notes, say),
    restored(walk, node, say),
    onward(walk, node, say, app),
  );
}

// How likely an end was on the road to it, where all turns of chance since the turning point began have a word.
function endOdds(walk) {
  const fallen = walk.moves.flatMap((move, at) => {
    const [point, id] = walk.states[at].spot;
    const { kind, ways } = DATA.points[point].nodes[id];
    const isFall = point === walk.point && kind === WORDS.kinds[1] && move.how !== "followed";
    return isFall ? ways.filter((way) => way.id === move.way) : [];
  });
  if (!fallen.length || fallen.some((way) => !way.weight)) return "";
  const chance = fallen.reduce((product, way) => (product * way.weight) / 100, 100);
  const word = WORDS.ranges.find(([, most]) => chance <= most)[0];
  return filled(WORDS.odds[fallen.length > 1 ? 1 : 0], word, fallen.length);
}

function restored(walk, node, say) {
  const before = walk.states.at(-2)?.facts ?? new Set();
  const back = node.restores.filter((tie) => !before.has(tie.fact) && own(DATA.machine.facts, tie.fact));
  return back.map((tie) => [
    element("p", { class: "verdict" }, filled(WORDS.comesBack, DATA.machine.facts[tie.fact][0])),
    reasonList([tie], say),
  ]);
}

function onward(walk, node, say, app) {
  const departed = new Set(departures(walk).map((each) => each.point));
  const first = departed.size === 1 && departed.has(walk.point) && walk.ways.length;
  return [
    first ? quiet(WORDS.allElse) : null,
    inRows(walk.absent).map((row) => absence(row, say)),
    walk.isLost && element("p", { class: "verdict" }, WORDS.noFurther),
    walk.ways.map((way) => next(walk, way, node, departed.size > 0, app)),
    walk.isOver && MACHINE.exits(walk.state.spot).length ? quiet(WORDS.page.ends_here) : null,
  ];
}

// Those in a row that fail for the same reasons are told together.
function inRows(absent) {
  const rows = [];
  const why = ({ failing }) => JSON.stringify(failing.map((tie) => [tie.fact, tie.wanted]));
  for (const each of absent) {
    if (rows.length && why(rows.at(-1)[0]) === why(each)) rows.at(-1).push(each);
    else rows.push([each]);
  }
  return rows;
}

function absence(row, say) {
  const [{ point, failing }] = row;
  const titles = row.map(({ door, point }) => told(DATA.points[point], door.facts).title);
  const reasons = failing.map((tie) => tie.said).join("; ");
  const sentence =
    row.length === 1
      ? dated(WORDS.absent, titles[0], DATA.points[point].when, reasons)
      : filled(WORDS.absentInRow[row.length > 2 ? 1 : 0], row.length, "", reasons, titles[0], titles.at(-1));
  const ids = row.map((each) => each.point).join(" ");
  return element("div", { class: "absent", "data-absent": ids }, element("p", {}, sentence), reasonList(failing, say));
}

function next(walk, way, node, isAway, app) {
  const { title } = told(DATA.points[way.id], way.next.facts);
  const byTheRule = isAway && node.continues !== way.id;
  const sentence = walk.isLost ? WORDS.rejoin : byTheRule ? WORDS.byTheRule : WORDS.goesOn;
  return [
    element("p", {}, dated(sentence, title, DATA.points[way.id].when)),
    element(
      "p",
      { class: "buttons" },
      button(walk.isLost ? WORDS.page.rejoin : WORDS.page.go_on, () => app.take(way), { class: "go", "data-go": true }),
      button(WORDS.page.end_here, () => app.end()),
    ),
  ];
}
