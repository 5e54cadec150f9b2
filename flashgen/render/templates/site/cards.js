"use strict";
/* The page of the cards: what is shown, what was chosen, and the keys. */

const data = JSON.parse(document.getElementById("data").textContent);
const said = JSON.parse(document.getElementById("words").textContent);
const at = Object.fromEntries([...document.querySelectorAll("[id]")].map(element => [element.id, element]));
const marks = new Marks(data.uid);
const SHOWN = 60;

const whole = pieces => [pieces].flat().map(piece => typeof piece === "string" ? piece : data.shared[piece]).join("");
const types = data.types.map(([name, fields, own, cloze, sides]) => {
  const made = sides.map(side => parsed(whole(side)));
  return { name, fields, own, cloze, cards: made.filter((_, place) => place % 2 === 0).map((front, card) => [front, made[2 * card + 1]]) };
});
const notes = data.notes.map(([chapter, pages, type, ordinals, tags, values, holds]) => {
  const note = {
    chapter, pages, ordinals, type: types[type], tags: tags.map(whole), values: values.map(whole),
    core: Boolean(holds & 1), withdrawn: Boolean(holds & 2), proved: Boolean(holds & 4),
  };
  note.id = note.values[0];
  return note;
});
const cards = notes.flatMap(note => note.ordinals.map(ordinal => {
  return { note, ordinal, key: `${note.id}:${ordinal + 1}` };
}));

let chosen = [];
let current = 0;
let isBack = false;

/** Return words without accents and case, as people search for them. */
function folded(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function bare(html) {
  return html.replace(/<[^>]*>/g, "").replace(/\{\{c\d+(?:,\d+)*::(.*?)(?:::.*?)?\}\}/gs, "$1")
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", nbsp: " " })[name]);
}

function textOf(note) {
  const own = note.values.slice(0, note.type.own + 3);
  return note.text ??= folded([...own, ...note.tags].map(bare).join(" "));
}

function fieldsOf(note) {
  return Object.fromEntries(note.type.fields.map((name, place) => [name, note.values[place] || ""]));
}

function htmlOf(card) {
  const templates = card.note.type.cards[card.note.type.cloze ? 0 : card.ordinal];
  return sides(templates, fieldsOf(card.note), card.ordinal);
}

/** Return what stands in the list for a card: its question in plain words. */
function titleOf(card) {
  if (card.title) return card.title;
  const template = document.createElement("template");
  template.innerHTML = typeset(htmlOf(card)[0], {});
  template.content.querySelectorAll(".chapter, .hint, .withdrawn").forEach(element => element.remove());
  return card.title = template.content.textContent.replace(/\s+/g, " ").trim();
}

function fits(card, wanted, terms) {
  const { note } = card;
  if (wanted.tag !== "withdrawn" && note.withdrawn) return false;
  if (wanted.chapter && note.chapter !== Number(wanted.chapter)) return false;
  if (wanted.kind && note.type.name !== wanted.kind) return false;
  if (wanted.tag && wanted.tag !== "withdrawn" && !note.tags.includes(wanted.tag)) return false;
  if (wanted.tag === "withdrawn" && !note.withdrawn) return false;
  if (wanted.tier && note.core !== (wanted.tier === "core")) return false;
  if (wanted.page && !note.pages.includes(Number(wanted.page))) return false;
  const mark = marks.of(card);
  if (wanted.marked === "missed" && mark !== 0) return false;
  if (wanted.marked === "knew" && mark !== 1) return false;
  if (wanted.marked === "open" && mark !== undefined) return false;
  if (wanted.marked === "found" && !data.findings[note.id]) return false;
  return terms.every(term => textOf(note).includes(term));
}

/** Choose the cards again, and stay at the one that is shown if it still fits. */
function choose() {
  const shown = chosen[current];
  const wanted = Object.fromEntries(["chapter", "kind", "tag", "tier", "page", "marked"].map(name => [name, at[name].value]));
  const terms = folded(at.find.value).split(/\s+/).filter(Boolean);
  chosen = cards.filter(card => fits(card, wanted, terms));
  if (at.order.value) chosen = shuffled(chosen);
  current = Math.max(0, chosen.indexOf(shown));
  if (chosen[current] !== shown) isBack = false;
  show();
}

/** Return cards in an order that looks like none, and is the same until the page is opened again. */
function shuffled(some) {
  const places = new Map(some.map(card => [card, card.place ??= Math.random()]));
  return [...some].sort((one, other) => places.get(one) - places.get(other));
}

function show() {
  const card = chosen[current];
  at.where.textContent = card ? said.place.replace("{number}", current + 1).replace("{all}", chosen.length) : said.none;
  at.card.hidden = !card;
  for (const name of ["previous", "turn", "next", "missed", "knew"]) at[name].disabled = !card;
  list();
  at.about.replaceChildren();
  if (!card) return;
  const html = htmlOf(card)[Number(isBack)].replace(/src="(_[^"]*)"/g, (_, name) => `src="${data.images[name] || ""}"`);
  const night = at.night.checked ? " nightMode night_mode" : "";
  at.card.srcdoc = `<!doctype html><html lang="${document.documentElement.lang}"${night && ` class="${night}"`}><head>` +
    `<meta charset="utf-8"><title>${said.card}</title><style>${data.looks}</style></head>` +
    `<body class="card card${card.ordinal + 1}${night}"><div id="qa">${typeset(html, data.formulas)}</div></body></html>`;
  at.card.classList.toggle("phone", at.phone.checked);
  at.missed.setAttribute("aria-pressed", marks.of(card) === 0);
  at.knew.setAttribute("aria-pressed", marks.of(card) === 1);
  about(card);
  history.replaceState(null, "", `#${card.ordinal === card.note.ordinals[0] ? card.note.id : card.key}`);
}

function made(tag, words, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = words;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Tell what else is known of a card: its pages, its name, whether it was compared with the text, and the findings. */
function about(card) {
  const { note } = card;
  const line = made("p", "");
  for (const place of note.pages) {
    const [anchor, name] = data.pages[place];
    line.append(made("a", name, { href: `index.html#${encodeURIComponent(anchor)}` }), " ");
  }
  line.append(made("code", note.id), " ", made("span", note.tags.map(tag => `#${tag}`).join(" "), { class: "soft" }));
  if (note.proved) line.append(" ", made("span", said.proved, { class: "proved" }));
  at.about.append(line);
  for (const finding of data.findings[note.id] || []) {
    const [severity, rule, message, hint] = finding.map(whole);
    const box = made("p", "", { class: `finding ${severity}` });
    box.append(made("b", `${severity}: ${rule}`), ` ${message}. `, made("span", hint, { class: "soft" }));
    at.about.append(box);
  }
}

/** List some of the cards around the one that is shown. */
function list() {
  const first = Math.max(0, Math.min(current - SHOWN / 4, chosen.length - SHOWN));
  at.found.start = first + 1;
  at.found.replaceChildren(...chosen.slice(first, first + SHOWN).map((card, place) => {
    const item = document.createElement("li");
    const link = made("a", titleOf(card), { href: `#${card.key}` });
    if (first + place === current) link.setAttribute("aria-current", "true");
    const mark = marks.of(card);
    if (mark !== undefined) item.append(made("span", mark ? said.knew : said.missed, { class: mark ? "knew" : "missed" }), " ");
    item.append(link);
    return item;
  }));
}

/** Tell how many cards of each chapter were known, and how to find in Anki those that were missed. */
function results() {
  const counts = data.chapters.map(() => ({ known: 0, asked: 0, all: 0 }));
  for (const card of cards.filter(one => !one.note.withdrawn)) {
    const count = counts[card.note.chapter];
    count.all += 1;
    if (marks.of(card) !== undefined) count.asked += 1;
    if (marks.of(card) === 1) count.known += 1;
  }
  const rows = data.chapters.map((title, chapter) => {
    const row = document.createElement("tr");
    const score = said.score.replace(/\{(\w+)\}/g, (_, name) => counts[chapter][name]);
    row.append(made("th", title, { scope: "row" }), made("td", score));
    return row;
  });
  at.table.replaceChildren(...rows);
  at.search.value = ankiSearch(cards.filter(card => marks.of(card) === 0), data.tag);
}

function go(step) {
  const next = Math.min(Math.max(current + step, 0), chosen.length - 1);
  if (next === current) return;
  current = next;
  isBack = false;
  show();
}

function turn() {
  if (isBack && current < chosen.length - 1) return go(1);
  isBack = !isBack;
  show();
}

function mark(value) {
  const card = chosen[current];
  if (!card) return;
  marks.set(card, marks.of(card) === value ? undefined : value);
  results();
  if (marks.of(card) === undefined || current === chosen.length - 1) return show();
  go(1);
}

/** Show the card that the address names; choose among all cards if it is not among the chosen. */
function follow(hash) {
  const key = decodeURIComponent(hash.slice(1));
  const card = cards.find(one => one.key === key) || cards.find(one => one.note.id === key);
  if (!card) return;
  if (!chosen.includes(card)) {
    at.filters.reset();
    if (card.note.withdrawn) at.tag.value = "withdrawn";
    choose();
  }
  current = Math.max(0, chosen.indexOf(card));
  isBack = false;
  show();
}

function fill(select, choices) {
  select.append(...choices.map(([value, label]) => made("option", label, { value })));
}

const KEYS = { " ": turn, Enter: turn, ArrowLeft: () => go(-1), ArrowRight: () => go(1), 1: () => mark(0), 2: () => mark(1) };

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.closest("input, select, textarea, button, a, summary");
  if (event.key === "Escape" && isTyping) return isTyping.blur();
  if (isTyping || !at.keys.checked || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
}

const inUse = new Set(notes.flatMap(note => note.pages));
fill(at.chapter, data.chapters.map((title, place) => [place, title]));
fill(at.kind, [...new Set(notes.map(note => note.type.name))].map(name => [name, name]));
fill(at.tag, [...new Set(notes.flatMap(note => note.tags))].sort().map(tag => [tag, tag]));
if (notes.some(note => note.withdrawn)) fill(at.tag, [["withdrawn", said.withdrawn]]);
fill(at.tier, [["core", said.core], ["more", said.more]]);
fill(at.page, data.pages.map(([, name], place) => [place, name]).filter(([place]) => inUse.has(place)));
fill(at.marked, [["missed", said.only_missed], ["knew", said.only_known], ["open", said.not_asked]]);
if (Object.keys(data.findings).length) fill(at.marked, [["found", said.with_findings]]);
at.more.open = matchMedia("(min-width: 60rem)").matches;
at.night.checked = matchMedia("(prefers-color-scheme: dark)").matches;

for (const name of ["chapter", "kind", "tag", "tier", "page", "marked", "order"]) at[name].addEventListener("change", choose);
at.find.addEventListener("input", choose);
at.filters.addEventListener("submit", event => event.preventDefault());
at.filters.addEventListener("reset", () => setTimeout(choose));
at.night.addEventListener("change", show);
at.phone.addEventListener("change", show);
at.previous.addEventListener("click", () => go(-1));
at.next.addEventListener("click", () => go(1));
at.turn.addEventListener("click", turn);
at.missed.addEventListener("click", () => mark(0));
at.knew.addEventListener("click", () => mark(1));
at.forget.addEventListener("click", () => { marks.forget(); results(); choose(); });
addEventListener("keydown", pressed);
addEventListener("hashchange", () => follow(location.hash));
/* Nothing runs inside the frame: its links and its keys are followed from here. */
at.card.addEventListener("load", () => {
  at.card.contentDocument.addEventListener("keydown", pressed);
  at.card.contentDocument.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    event.preventDefault();
    if (/^(?:https?|zotero):/.test(link.getAttribute("href"))) open(link.href, "_blank", "noopener");
    else location.href = link.getAttribute("href");
  });
});

const wantedFirst = location.hash;
results();
choose();
follow(wantedFirst);
setTimeout(() => notes.forEach(textOf)); // so that the first letter of a search need not wait
