
"use strict";
const $ = (id) => document.getElementById(id);
const stage = $("stage");
const shown = new URLSearchParams(location.search).get("at") ?? "";
const memory = `untaken ${shown}`;

// The size of the picture: 1 fits it into the window. It stays when a new picture comes, and so does the place.

let zoom = 1;

function fitted(picture) {
  const style = getComputedStyle(stage);
  const width = stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const height = stage.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return Math.min(width / picture.naturalWidth, height / picture.naturalHeight);
}

function size() {
  const picture = $("picture");
  if (!picture || !picture.naturalWidth) return;
  const scale = fitted(picture) * zoom;
  picture.classList.add("sized");
  picture.style.width = `${Math.floor(picture.naturalWidth * scale)}px`;
  picture.style.height = `${Math.floor(picture.naturalHeight * scale)}px`;
  stage.classList.toggle("movable", zoom > 1);
}

function remember() {
  sessionStorage.setItem(memory, JSON.stringify([zoom, stage.scrollLeft, stage.scrollTop]));
}

function recall() {
  const [left, top] = JSON.parse(sessionStorage.getItem(memory) ?? "[1, 0, 0]").slice(1);
  zoom = JSON.parse(sessionStorage.getItem(memory) ?? "[1]")[0];
  size();
  stage.scrollTo(left, top);
}

function zoomBy(factor, x, y) {
  const picture = $("picture");
  if (!picture) return;
  const box = stage.getBoundingClientRect();
  const [atX, atY] = [x ?? box.left + box.width / 2, y ?? box.top + box.height / 2];
  const before = picture.getBoundingClientRect();
  const [partX, partY] = [(atX - before.left) / before.width, (atY - before.top) / before.height];
  zoom = factor === 0 ? 1 : Math.min(12, Math.max(1, zoom * factor));
  size();
  const after = picture.getBoundingClientRect();
  stage.scrollBy(after.left + partX * after.width - atX, after.top + partY * after.height - atY);
  remember();
}

const FACTORS = { in: 1.25, out: 0.8, fit: 0 };
const KEYS = { "+": "in", "=": "in", "-": "out", "0": "fit" };

$("zoom").hidden = false;
$("zoom").addEventListener("click", (event) => {
  const wanted = event.target.dataset.zoom;
  if (wanted) zoomBy(FACTORS[wanted]);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  zoomBy(FACTORS[KEYS[event.key]]);
  event.preventDefault();
});
stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoomBy(Math.exp(-event.deltaY / 400), event.clientX, event.clientY);
}, { passive: false });
stage.addEventListener("scroll", remember, { passive: true });
stage.addEventListener("dragstart", (event) => event.preventDefault());
stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || event.pointerType === "touch" || zoom === 1) return;
  stage.setPointerCapture(event.pointerId);
  stage.classList.add("moving");
});
stage.addEventListener("pointermove", (event) => {
  if (stage.classList.contains("moving")) stage.scrollBy(-event.movementX, -event.movementY);
});
for (const end of ["pointerup", "pointercancel"]) {
  stage.addEventListener(end, () => stage.classList.remove("moving"));
}
new ResizeObserver(size).observe(stage);

// A change: the page is fetched again, and only what differs is replaced, so that nothing flickers or loses its place.

let seen = document.body.dataset.seen;
let busy = false;

function replace(id, next) {
  const old = $(id);
  const fresh = next.getElementById(id);
  if (old.innerHTML === fresh.innerHTML) return;
  const held = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceChildren(...fresh.childNodes);
  if (held !== null) [...old.querySelectorAll("a")].find((link) => link.getAttribute("href") === held)?.focus();
}

async function repaint(next) {
  const old = $("picture");
  const fresh = next.getElementById("picture");
  if (!fresh) return replace("stage", next);
  if (old?.getAttribute("src") === fresh.getAttribute("src")) {
    old.alt = fresh.alt;
    old.classList.toggle("stale", fresh.classList.contains("stale"));
    return size();
  }
  const picture = document.importNode(fresh, true);
  await picture.decode();
  const [left, top] = [stage.scrollLeft, stage.scrollTop];
  stage.replaceChildren(picture);
  size();
  stage.scrollTo(left, top);
}

async function refresh() {
  if (busy) return;
  busy = true;
  try {
    for (let read = ""; read !== seen;) {
      read = seen;
      const answer = await fetch(location.href, { cache: "no-store" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.title = next.title;
      for (const id of ["heading", "listed", "banner", "problems"]) replace(id, next);
      // A picture that was replaced meanwhile is announced by the next event.
      await repaint(next).catch(() => {});
      document.body.dataset.seen = read;
    }
  } catch {
    // The preview ended meanwhile: the page is fetched when it is there again.
    seen = "";
  } finally {
    busy = false;
  }
}

function listen() {
  const events = new EventSource(`/events?at=${encodeURIComponent(shown)}`);
  events.addEventListener("message", (event) => {
    $("ended").hidden = true;
    if (event.data === seen) return;
    // After another start the page itself may be another.
    if (event.data.split(".")[0] !== document.body.dataset.seen.split(".")[0]) return location.reload();
    seen = event.data;
    refresh();
  });
  events.addEventListener("error", () => {
    $("ended").hidden = false;
    if (events.readyState !== EventSource.CLOSED) return;
    setTimeout(listen, 2000);
  });
  addEventListener("pagehide", () => events.close());
}

document.querySelector("#listed [aria-current]")?.scrollIntoView({ block: "nearest" });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
if ($("picture") && !$("picture").complete) $("picture").addEventListener("load", recall);
else recall();
listen();
