"use strict";
// The machine of the history: where a road stands, what is open there, where each way leads. It steps as `untaken walk`
// does; all that it knows of the history came with the page.

const DOOR = "";

function own(object, key) {
  return object != null && Object.hasOwn(object, key) ? object[key] : undefined;
}

function isOpen(exit, facts) {
  return exit[3].every((fact) => facts.has(fact)) && !exit[4].some((fact) => facts.has(fact));
}

class Machine {
  constructor(data) {
    this.data = data;
    this.selected = data.selected && new Set(data.selected);
  }

  exits([point, node]) {
    return own(own(this.data.exits, point), node) ?? [];
  }

  // At doors, and through what is not selected, roads pass without a choice.
  passes([point, node]) {
    return node === DOOR || !this.isTold(point);
  }

  isTold(point) {
    return this.selected === null || this.selected.has(point);
  }

  ways(state) {
    const open = this.exits(state.spot).filter((exit) => isOpen(exit, state.facts));
    return this.passes(state.spot) ? open.slice(0, 1) : open;
  }

  step(state, exit) {
    return { spot: [exit[1], exit[2]], facts: new Set([...state.facts, ...exit[5]]) };
  }

  // Where a road comes to as far as it only passes, and the doors on the way that it could not enter.
  arrive(state) {
    const absent = [];
    while (this.passes(state.spot)) {
      const ways = this.ways(state);
      if (state.spot[1] === DOOR && !(ways.length && ways[0][1] === state.spot[0])) absent.push(state);
      if (!ways.length) return { state: null, absent };
      state = this.step(state, ways[0]);
    }
    return { state, absent };
  }

  onward(state) {
    const exits = this.data.stops ? [] : this.ways(state);
    return exits.length ? this.arrive(this.step(state, exits[0])) : { state: null, absent: [] };
  }

  // The beginning of a turning point that would not arise, with no more changed than it asks for.
  rejoined(door) {
    const entry = this.exits(door.spot)[0];
    const facts = new Set([...door.facts, ...entry[3]].filter((fact) => !entry[4].includes(fact)));
    return this.step({ spot: door.spot, facts }, entry);
  }

  begun(start) {
    return { spot: [start, DATA.points[start].first], facts: new Set(this.data.starts[start].facts) };
  }
}
