// The document is built of elements and text nodes: no text of a scenario is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.flat(9).filter((child) => child != null && child !== "" && child !== false));
  return made;
}

function button(label, action, attributes = {}) {
  return element("button", { type: "button", click: action, ...attributes }, label);
}

// A sentence with its parts: `{0}` is the first of them.
function filled(sentence, ...parts) {
  return sentence.replace(/\{(\d)\}/g, (mark, at) => parts[at] ?? mark);
}

// Of two sentences the second one where there is a date.
function dated(sentences, title, when, ...rest) {
  return filled(sentences[when ? 1 : 0], title, when, ...rest);
}

function holds(variant, facts) {
  return variant.requires.every((fact) => facts.has(fact)) && !variant.unless.some((fact) => facts.has(fact));
}

// A turning point or a node in the words of a road: of several variants that hold the first is told.
function told(noun, facts) {
  return { ...noun, ...noun.otherwise.find((each) => holds(each, facts))?.words };
}

// A text in which the marks of actors who are somebody else on some roads are replaced by their names.
function named(text, point, facts) {
  return text.replace(/\ue000(\d+)\ue001/g, (mark, at) => {
    const actor = DATA.points[point].actors[at];
    return actor ? actor.otherwise.find((each) => holds(each, facts))?.name || actor.name : mark;
  });
}

const FACES = { b: ["font-weight", "bold"], i: ["font-style", "italic"] };
const SHORT = { f: "fill", k: "stroke", w: "stroke-width", d: "stroke-dasharray", z: "font-size" };

// An element of SVG with what is seen of it; `meet` gets every box with the place of its node.
function drawn([name, attributes, content = ""], isSeen, meet) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (!"sun".includes(key)) made.setAttribute(...(FACES[key] ?? [SHORT[key] ?? key, value]));
  if (attributes.n !== undefined) meet(made, attributes.n);
  if (typeof content === "string") made.textContent = content;
  else made.append(...content.filter((child) => isSeen(child[1])).map((child) => drawn(child, isSeen, meet)));
  return made;
}
