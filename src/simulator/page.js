// The top bar and the choice of phones: takes the simulator's state and its stream of changes, keeps the page up to date.

import { Phone, api, element } from "/phone.js";

const phones = new Map();
const chosen = new Set(JSON.parse(localStorage.getItem("phones") || "[]"));
const narrow = matchMedia("(max-width: 760px)");
let current = null;
let state = { people: [], faults: { rules: [] } };

async function refresh() {
  state = await api("state");
  document.title = `${state.bot_name} demo`;
  showClock();
  showHint();
  showFaults();
  showNobody();
  showPeople();
}

function showClock() {
  const now = new Date(state.now);
  const format = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hour12: false, timeZoneName: "short", timeZone: commonZone() };
  const clock = document.getElementById("now");
  clock.dateTime = state.now;
  clock.textContent = new Intl.DateTimeFormat("en-GB", format).format(now);
}

// The zone of all phones if it is the same, else UTC.
function commonZone() {
  const zones = new Set(state.people.map((person) => person.zone || "UTC"));
  return zones.size === 1 ? [...zones][0] : "UTC";
}

function showHint() {
  const box = document.getElementById("hint");
  box.hidden = !state.hint || localStorage.getItem("hint") === state.hint;
  box.querySelector("p").textContent = state.hint || "";
}

function showNobody() {
  const box = document.getElementById("nobody");
  box.hidden = state.people.length > 0;
  const person = JSON.stringify({ first_name: "Amina", language_code: "sw" });
  box.querySelector("pre").textContent =
    `curl ${location.origin}/control/people -H 'content-type: application/json' -d '${person}'`;
}

// What each box stands for in the faults that the simulator takes.
const storm = { fault: { kind: "too_many_requests", retry_after: 3 }, probability: 0.5 };
const slow = { fault: { kind: "slow", delay_ms: 2000 } };
const has = (kind) => state.faults.rules.some((rule) => rule.fault.kind === kind);

function showFaults() {
  const on = {
    outage: state.faults.outage,
    storm: has("too_many_requests"),
    slow: has("slow"),
    duplicate: state.faults.duplicate_updates,
    shuffle: state.faults.shuffle_updates,
  };
  for (const [name, value] of Object.entries(on)) {
    document.querySelector(`.faults input[name=${name}]`).checked = value;
  }
  const count = Object.values(on).filter(Boolean).length;
  document.querySelector(".faults").classList.toggle("ill", count > 0);
  document.getElementById("health").textContent =
    on.outage ? "Telegram is down" : count ? `${count} fault${count > 1 ? "s" : ""} on` : "Telegram is well";
}

function setFaults() {
  const box = (name) => document.querySelector(`.faults input[name=${name}]`).checked;
  return api("faults", "PUT", {
    outage: box("outage"),
    duplicate_updates: box("duplicate"),
    shuffle_updates: box("shuffle"),
    rules: [box("storm") && storm, box("slow") && slow].filter(Boolean),
  });
}

function showPeople() {
  const people = document.getElementById("people");
  if (!state.people.some((person) => chosen.has(person.id))) {
    const fitting = Math.max(3, Math.floor(innerWidth / 345));
    state.people.slice(0, fitting).forEach((person) => chosen.add(person.id));
  }
  if (!state.people.some((person) => person.id === current)) current = state.people[0]?.id ?? null;
  for (const person of state.people) {
    let tab = people.querySelector(`[data-tab="${person.id}"]`);
    if (!tab) {
      tab = element("button", { type: "button", "data-tab": person.id }, element("b"), element("i", { class: "badge" }));
      tab.onclick = () => choose(person.id);
      people.append(tab);
    }
    tab.querySelector("b").textContent = person.name;
    tab.title = person.note || "";
    const badge = tab.querySelector(".badge");
    badge.textContent = person.unread || "";
    badge.setAttribute("aria-label", person.unread ? `${person.unread} unread` : "");
    tab.setAttribute("aria-pressed", String(narrow.matches ? person.id === current : chosen.has(person.id)));
    showPhone(person);
  }
  people.hidden = state.people.length < 2;
}

function showPhone(person) {
  const shown = narrow.matches ? person.id === current : chosen.has(person.id);
  let phone = phones.get(person.id);
  if (!phone) {
    phone = new Phone(person.id);
    phones.set(person.id, phone);
    document.getElementById("phones").append(phone.root);
    phone.refresh();
  }
  phone.root.hidden = !shown;
  phone.describe(person, state);
}

function choose(id) {
  if (narrow.matches) {
    current = id;
  } else if (!chosen.delete(id)) {
    chosen.add(id);
  }
  localStorage.setItem("phones", JSON.stringify([...chosen]));
  showPeople();
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.onclick = () => api("clock", "POST", { advance: button.dataset.advance }).then(refresh);
}
document.querySelector("#hint button").onclick = () => {
  localStorage.setItem("hint", state.hint);
  showHint();
};
document.querySelector(".faults").onchange = () => setFaults().then(refresh);
document.querySelector("[name=heal]").onclick = () => api("faults", "PUT", {}).then(refresh);
narrow.onchange = showPeople;

// Menus close on a click elsewhere and on Escape.
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A burst of changes leads to one look at the state.
let looking = null;
function refreshSoon() {
  looking ??= setTimeout(() => {
    looking = null;
    refresh();
  }, 60);
}

const changes = new EventSource("/control/changes");
changes.onopen = () => {
  refresh();
  phones.forEach((phone) => phone.refresh());
};
changes.onmessage = (event) => {
  const { person, kind } = JSON.parse(event.data);
  const touched = person ? [phones.get(person)] : [...phones.values()];
  touched.forEach((phone) => (kind === "answer" ? phone?.lookForAnswers() : phone?.refresh()));
  refreshSoon();
};
setInterval(refresh, 5000);
