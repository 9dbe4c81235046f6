// What a road came to: where it left history and for how long, what holds on it alone, and what spoke against it.

function departures(walk) {
  const found = [];
  let isAway = false;
  walk.moves.forEach((move, at) => {
    if (STEPS_ALONE.has(move.how)) {
      isAway = false;
      return;
    }
    const { nodes, ways } = DATA.machine.history[move.scenario];
    const happened = own(ways, move.node);
    if (!isAway && happened !== undefined && move.way !== happened) {
      isAway = true;
      found.push({ point: move.scenario, at, instead: happened, steps: 0, back: null });
    }
    if (isAway) {
      const after = walk.states[at + 1].spot[1];
      const last = found.at(-1);
      last.steps += 1;
      isAway = !nodes.includes(after);
      last.back = isAway ? null : after;
    }
  });
  return found;
}

function report(walk) {
  const left = departures(walk);
  return element(
    "section",
    { class: "report" },
    element("h2", { tabindex: -1 }, WORDS.report),
    element("p", {}, summary(walk, left)),
    left.length ? element("ul", {}, left.map((each) => element("li", {}, departure(walk, each)))) : null,
    lostOnTheRoad(walk),
    factList(walk),
    objections(walk),
    sourceList(new Set(walk.states.map((each) => each.spot[0]))),
  );
}

function summary(walk, left) {
  const steps = walk.moves.filter((move) => !STEPS_ALONE.has(move.how)).length;
  const away = left.reduce((sum, each) => sum + each.steps, 0);
  if (!steps) return WORDS.noStep;
  if (!left.length) return filled(WORDS.own[steps > 1 ? 1 : 0], steps);
  const times = left.length > 2 ? "n" : left.length;
  const share = away === steps ? (steps === 1 ? "only" : "all") : away === 1 ? "1" : "n";
  return filled(WORDS.left[`${times}/${share}`], left.length, steps, away);
}

function departure(walk, { point, at, instead, steps, back }) {
  const { facts, spot } = walk.states[at];
  const { title, nodes } = told(DATA.points[point], facts);
  const label = (id) => nodes[spot[1]].ways.find((each) => each.id === id).label;
  const where = back === null ? "" : told(nodes[back], facts).text;
  const sentence = WORDS.departure[back === null ? 0 : 1][steps > 1 ? 1 : 0];
  return filled(sentence, steps, "", "", title, label(walk.moves[at].way), label(instead), where);
}

function factList(walk) {
  const over = walk.states.findLast((each) => isOutcome(DATA.points[each.spot[0]].nodes[each.spot[1]]));
  if (!over) return null;
  const history = new Set(DATA.machine.history[over.spot[0]].after);
  const all = Object.keys(DATA.machine.facts);
  const line = (lead) => (fact) => element("li", {}, element("strong", {}, lead), " ", DATA.machine.facts[fact][0]);
  const gained = all.filter((fact) => over.facts.has(fact) && !history.has(fact));
  const lost = all.filter((fact) => history.has(fact) && !over.facts.has(fact));
  const items = [...gained.map(line(WORDS.holdsHereAlone)), ...lost.map(line(WORDS.heldInHistory))];
  return items.length ? element("ul", {}, items) : null;
}

function objections(walk) {
  const items = walk.moves.flatMap((move, at) => {
    const before = walk.first(at);
    const way = before.isOutcome ? null : before.node.ways.find((each) => each.id === move.way);
    const against = way?.arguments?.filter((each) => each.side === "against") ?? [];
    const say = sayer(before);
    return against.map((each) => element("li", { class: "against" }, claimText(each, say, filled(WORDS.against, way.label))));
  });
  return items.length ? [element("h3", {}, WORDS.spokeAgainst), element("ul", { class: "claims" }, items)] : null;
}

function sourceList(points) {
  const references = [...new Set([...points].flatMap((id) => DATA.points[id].sources.map((each) => each.reference)))];
  if (!references.length) return null;
  const items = references.map((each) => element("li", {}, each));
  return [element("h3", {}, WORDS.sources[references.length > 1 ? 1 : 0]), element("ul", { class: "sources" }, items)];
}
