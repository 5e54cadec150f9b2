"use strict";
/* What somebody knew and missed, kept in this browser alone. It schedules nothing: Anki does that. */

class Marks {
  constructor(uid) {
    this.place = `flashgen:${uid}`;
    this.kept = {};
    try {
      const kept = JSON.parse(localStorage.getItem(this.place));
      for (const [key, mark] of Object.entries(kept || {})) if (mark === 0 || mark === 1) this.kept[key] = mark;
    } catch { /* Nothing is kept where the browser keeps nothing, or something else. */ }
  }

  /** Return 1 for what was known, 0 for what was missed, nothing for what was not asked. */
  of(card) {
    return this.kept[card.key];
  }

  set(card, mark) {
    if (mark === undefined) delete this.kept[card.key];
    else this.kept[card.key] = mark;
    this.keep();
  }

  forget() {
    this.kept = {};
    this.keep();
  }

  keep() {
    try {
      localStorage.setItem(this.place, JSON.stringify(this.kept));
    } catch { /* The marks last as long as the page is open. */ }
  }
}

/** Return a search for Anki's browser that finds just these cards. */
function ankiSearch(cards, tag) {
  const numbers = new Map(cards.map(card => [card.note, []]));
  for (const card of cards) numbers.get(card.note).push(card.ordinal + 1);
  const terms = [...numbers].map(([note, own]) => {
    if (own.length === note.ordinals.length) return `Id:${note.id}`;
    return `(Id:${note.id} (${own.map(number => `card:${number}`).join(" or ")}))`;
  });
  return terms.length ? `"tag:${tag.replace(/[_*\\]/g, "\\$&")}::*" (${terms.join(" or ")})` : "";
}
