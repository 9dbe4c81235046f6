"use strict";
const main = document.querySelector("main");
const lost = document.getElementById("lost");
const base = location.pathname.replace(/\/$/, "");
let shown = "";

function show(html) {
  if (shown === html) return;
  const focused = document.activeElement && document.activeElement.value;
  shown = html;
  // The server has escaped all texts, and the policy lets nothing in them run.
  main.innerHTML = html;
  document.title = main.querySelector("h1").textContent;
  const again = [...main.querySelectorAll("button")].find(each => each.value && each.value === focused);
  if (again) again.focus();
}

async function look() {
  const answer = await fetch(base + "/main", { cache: "no-store" });
  if (answer.ok) show(await answer.text());
}

if (document.body.dataset.listens) {
  const events = new EventSource(base + "/events");
  events.onopen = () => { lost.hidden = true; };
  events.onmessage = () => { lost.hidden = true; look().catch(() => {}); };
  events.onerror = () => { lost.hidden = false; };
  main.addEventListener("submit", async event => {
    if (!event.submitter) return;
    event.preventDefault();
    const vote = new URLSearchParams(new FormData(event.target));
    vote.set(event.submitter.name, event.submitter.value);
    try {
      const answer = await fetch(base + "/vote", { method: "POST", body: vote, headers: { Accept: "text/x-part" } });
      show(await answer.text());
    } catch {
      lost.hidden = false;
    }
  });
}
