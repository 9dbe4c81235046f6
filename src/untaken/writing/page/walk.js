// A walk: the moves made so far, and where each led. Every move gives a new walk; none changes.

const STEPS_ALONE = new Set(["went-on", "rejoined"]);

class Walk {
  constructor(start, moves, states) {
    this.start = start;
    this.moves = moves;
    this.states = states;
  }

  static at(start) {
    return new Walk(start, [], [MACHINE.begun(start)]);
  }

  get state() {
    return this.states.at(-1);
  }

  get point() {
    return this.state.spot[0];
  }

  get node() {
    return DATA.points[this.point].nodes[this.state.spot[1]];
  }

  get isOutcome() {
    return isOutcome(this.node);
  }

  get isChance() {
    return this.node.kind === WORDS.kinds[1];
  }

  // The walk as it stood after so many moves.
  first(moves) {
    return new Walk(this.start, this.moves.slice(0, moves), this.states.slice(0, moves + 1));
  }

  get arrival() {
    this.arrived ??= this.isOutcome ? MACHINE.onward(this.state) : { state: null, absent: [] };
    return this.arrived;
  }

  // The turning points that do not arise before the next that does, each with what fails.
  get absent() {
    return this.arrival.absent
      .filter((door) => MACHINE.isTold(door.spot[0]))
      .map((door) => ({ door, point: door.spot[0], failing: failing(DATA.points[door.spot[0]].premise, door.facts) }));
  }

  get isLost() {
    return this.isOutcome && this.arrival.state === null && this.absent.length > 0;
  }

  // Options and branches in the order of the alphabet, or the one way on from an outcome.
  get ways() {
    if (this.isOutcome) return this.onward();
    const exits = new Map(MACHINE.exits(this.state.spot).map((exit) => [exit[0], exit]));
    return this.node.ways.map((way) => {
      const exit = exits.get(way.id);
      const closed = failing(way.ties, this.state.facts);
      const warned = failing(way.ties, this.state.facts, true);
      return { id: way.id, way, exit, closed, warned, isOpen: isOpen(exit, this.state.facts) };
    });
  }

  onward() {
    const next = this.arrival.state;
    if (next) return [{ id: next.spot[0], next, isOpen: true }];
    const [absence] = this.absent;
    return absence ? [{ id: absence.point, next: MACHINE.rejoined(absence.door), isOpen: true }] : [];
  }

  get open() {
    return this.ways.filter((way) => way.isOpen);
  }

  get onlyWay() {
    return !this.isOutcome && this.open.length === 1 ? this.open[0] : null;
  }

  get isOver() {
    return this.open.length === 0;
  }

  // How a move from here may come about, the usual manner first.
  get manners() {
    if (this.isOutcome) return [this.isLost ? "rejoined" : "went-on"];
    const decided = this.isChance ? ["told", "rolled"] : ["chosen", "voted"];
    return this.onlyWay ? ["followed", ...decided] : decided;
  }

  take(way, how, rest = {}) {
    const [scenario, node] = this.state.spot;
    const move = { scenario, node, way: way.id, how: this.manners.includes(how) ? how : this.manners[0], ...rest };
    const state = way.next ?? MACHINE.step(this.state, way.exit);
    return new Walk(this.start, [...this.moves, move], [...this.states, state]);
  }

  // The walk with its last move told more closely.
  amended(rest) {
    return new Walk(this.start, [...this.moves.slice(0, -1), { ...this.moves.at(-1), ...rest }], this.states);
  }

  // This walk, and as many of these moves after it as fit where they are made and are open.
  replayed(moves) {
    let walk = this;
    for (const move of moves) {
      const way = walk.open.find((each) => each.id === move.way);
      const [scenario, node] = walk.state.spot;
      if (!way || move.scenario !== scenario || move.node !== node || !walk.manners.includes(move.how)) break;
      const { scenario: _, node: __, way: ___, how, ...rest } = move;
      walk = walk.take(way, how, rest);
    }
    return walk;
  }

  get history() {
    return DATA.machine.history[this.point];
  }

  // The id of the way that history took from here; undefined where it never came.
  get happened() {
    return own(this.history.ways, this.state.spot[1]);
  }

  get isHistorical() {
    return this.history.nodes.includes(this.state.spot[1]);
  }

  get isEntrance() {
    return this.state.spot[1] === DATA.points[this.point].first;
  }
}

function isOutcome(node) {
  return node.kind === WORDS.kinds[2];
}

function failing(ties, facts, implied = false) {
  return ties.filter((tie) => tie.implied === implied && facts.has(tie.fact) !== tie.wanted);
}

// Chance as the dice fall: open branches by their words, those without one sharing evenly what these leave.
function roll(walk) {
  const REMOTE = 7;
  const said = walk.open.filter((each) => each.way.weight !== null);
  const silent = walk.open.length - said.length;
  const rest = Math.max(100 - said.reduce((sum, each) => sum + each.way.weight, 0), REMOTE) / (silent || 1);
  const weights = walk.open.map((each) => each.way.weight ?? rest);
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  let fallen = (number / 2 ** 32) * weights.reduce((sum, each) => sum + each, 0);
  return walk.open[weights.findIndex((weight) => (fallen -= weight) < 0)] ?? walk.open.at(-1);
}

// How a walk goes in the program: the page knows no other manner, and keeps that of a walk that it has taken up.
const USUAL_MANNER = { seed: 0, reveal: "after", asks: false, votes: false };

function mannerOf(record) {
  const manner = { ...USUAL_MANNER };
  for (const key of ["asks", "votes", "hides", "reasons"]) if (typeof record[key] === "boolean") manner[key] = record[key];
  if (Number.isInteger(record.seed)) manner.seed = record.seed;
  if (["always", "after", "end"].includes(record.reveal)) manner.reveal = record.reveal;
  return manner;
}

// The text that `untaken walk --resume` and `untaken render --walk` read.
function savedText(walk, manner) {
  const versions = Object.create(null);
  for (const { spot } of walk.states) versions[spot[0]] = DATA.machine.versions[spot[0]];
  const { format, collection, lesson, stops } = DATA.machine;
  const record = { untaken_walk: format, start: walk.start, collection, lesson, stops, ...manner, moves: walk.moves };
  return JSON.stringify({ ...record, versions }, null, 2) + "\n";
}

// The walk of a saved text as far as it fits this page, its manner and how many moves it has; a sentence where there is none.
function takenUp(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    return WORDS.page.is_no_walk;
  }
  if (record === null || typeof record !== "object" || !Number.isInteger(record.untaken_walk) || !Array.isArray(record.moves))
    return WORDS.page.is_no_walk;
  if (!own(DATA.machine.starts, record.start) || (record.collection ?? "") !== DATA.machine.collection)
    return WORDS.page.other_walk;
  const moves = record.moves.filter((move) => move !== null && typeof move === "object");
  const walk = Walk.at(record.start).replayed(moves);
  return { walk, manner: mannerOf(record), of: record.moves.length };
}
