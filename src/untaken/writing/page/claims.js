// What is said of ways and outcomes: claims with whose they are, and, where somebody wishes it, where they stand.

// Gives texts their names on the road of a walk, and says of an argument whether the road has taken its ground away.
function sayer(walk) {
  const { point, state } = walk;
  const say = (text) => named(text, point, state.facts);
  say.isFallen = ({ ties }) => Boolean(ties) && failing(ties, state.facts).length > 0;
  return say;
}

function sideLead(claim, say) {
  return claim.side ? (say.isFallen(claim) ? WORDS.doesNotHold : WORDS.lead)[claim.side] : "";
}

function claimText(claim, say, lead = sideLead(claim, say)) {
  const owner = claim.owner && [" ", element("span", { class: "owner" }, say(claim.owner))];
  const places = claim.pins.map((pin) => {
    const [words, href] = [pin].flat();
    return element("li", {}, href ? element("a", { href }, words) : words);
  });
  const pins = places.length && element("ul", { class: "pins" }, places);
  return [lead && element("strong", { class: "lead" }, lead), lead && " ", say(claim.claim), owner, pins || null];
}

function claimList(claims, say) {
  if (!claims.length) return null;
  const items = claims.map((claim) => element("li", { class: claim.side ?? "claim" }, claimText(claim, say)));
  return element("ul", { class: "claims" }, items);
}

function quiet(text) {
  return text ? element("p", { class: "quiet" }, text) : null;
}

function folded(summary, content, isOpen = false) {
  return element("details", { open: isOpen }, element("summary", {}, summary), content);
}

function noteList(notes, say) {
  if (!notes.length) return null;
  return [element("h3", {}, WORDS.notes[notes.length > 1 ? 1 : 0]), claimList(notes, say)];
}

function reasonList(ties, say) {
  return claimList(ties.map((tie) => tie.reason).filter(Boolean), say);
}

// What may be said of each option before the choice, by its id: which of its arguments stand on the page, and the like.
function offers(walk) {
  const { before } = told(walk.node, walk.state.facts);
  if (!before) return {};
  const conditional = walk.ways.filter((each) => each.way.ties.some((tie) => !tie.implied));
  return before[conditional.map((each) => (each.isOpen ? "1" : "0")).join("")] ?? before[""];
}

// The last move of a walk: what was chosen, what happened, and what is said of both that did not stand on the page.
function moveTold(walk, app) {
  const before = walk.first(walk.moves.length - 1);
  const say = sayer(before);
  const move = walk.moves.at(-1);
  const way = before.node.ways.find((each) => each.id === move.way);
  const happened = before.node.ways.find((each) => each.id === before.happened);
  const made = move.by_teacher ? WORDS.madeByTeacher : WORDS.made[move.how];
  const taken = way.likelihood ? filled(WORDS.takenWith, way.label, way.likelihood) : filled(WORDS.taken, way.label);
  const both = [...new Set([way, happened])].filter((each) => each?.arguments);
  return element(
    "section",
    { class: "told" },
    element("h2", { tabindex: -1 }, element("span", { class: "lead" }, made), " ", taken),
    happened && happened !== way && element("p", { class: "happened" }, element("strong", {}, WORDS.happened), " ", filled(WORDS.taken, happened.label)),
    element("p", { class: happened === way ? "happened" : "verdict" }, verdict(walk, way, happened)),
    [...new Set([way, happened])].map((each) => estimate(each, say)),
    both.map((each) => optionTold(each, before, say, each === happened)),
    wantedToo(before, both),
    noteList(before.node.notes, say),
    reasons(walk, before, way, say, app),
  );
}

// Which argument convinced whoever decided, and which one spoke against it: of those that could be read before.
function reasons(walk, before, chosen, say, app) {
  const { how, convinced, against } = walk.moves.at(-1);
  const grounds = [[], []];
  for (const way of [chosen, ...before.node.ways.filter((each) => each !== chosen)])
    for (const each of (way.arguments ?? []).filter((each) => !each.waits)) {
      const isOwn = way === chosen;
      const lead = isOwn ? "" : filled(each.side === "for" ? WORDS.forOption : WORDS.against, way.label);
      grounds[(each.side === "for") === isOwn ? 0 : 1].push({ ground: { way: way.id, claim: each.claim }, lead });
    }
  if (how !== "chosen" || !grounds.flat().length) return null;
  const fields = [["convinced", convinced], ["against", against]].map(([key, known], at) => {
    const isKnown = ({ way, claim }) => known?.way === way && known.claim === claim;
    const options = grounds[at].map(({ ground, lead }, number) =>
      element("option", { value: number, selected: isKnown(ground) }, [lead, say(ground.claim)].filter(Boolean).join(" ")),
    );
    const change = ({ target }) => app.name(key, grounds[at][target.value]?.ground);
    const list = element("select", { change, "data-reason": key }, element("option", { value: "" }, "–"), options);
    return element("p", {}, element("label", {}, WORDS.asked[at], " ", list));
  });
  return folded(WORDS.asked[0], fields, Boolean(convinced || against));
}

// Who says how likely a way was in which chance fell, or could have fallen.
function estimate(way, say) {
  return way?.estimate ? element("p", { class: "claim" }, claimText(way.estimate, say, filled(WORDS.howLikely, way.label))) : null;
}

function verdict(walk, way, happened) {
  if (!happened) return WORDS.neverCame[walk.isHistorical ? 1 : 0];
  return way === happened ? WORDS.asItHappened : WORDS.leaves[walk.isHistorical ? 1 : 0];
}

function optionTold(option, before, say, isHistorical) {
  const offer = own(offers(before), option.id) ?? { shown: [], wanted: "", silent: "" };
  const known = option.arguments.filter((_, at) => offer.shown.includes(at));
  const fresh = option.arguments.filter((_, at) => !offer.shown.includes(at));
  const wanted = option.wanted === offer.wanted ? "" : option.wanted;
  const silent = option.silent === offer.silent ? "" : option.silent;
  const isNew = fresh.length || wanted || silent;
  const heading = (isNew ? WORDS.on : WORDS.nothingNew)[isHistorical ? 1 : 0];
  if (!isNew && !known.length) return null;
  return [
    element("h3", { class: isHistorical ? "happened" : null }, filled(heading, option.label)),
    quiet(say(wanted)),
    claimList(fresh, say),
    quiet(silent),
    known.length ? folded(WORDS.before[known.length], claimList(known, say)) : null,
  ];
}

function wantedToo(before, both) {
  const say = sayer(before);
  const others = before.node.ways.filter((each) => each.wantedToo && !both.includes(each));
  const fresh = others.filter((each) => own(offers(before), each.id)?.wanted !== each.wanted);
  return fresh.map((each) => quiet(say(each.wantedToo)));
}
