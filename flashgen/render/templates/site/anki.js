"use strict";
/* Renders the cards of a note as Anki does: https://docs.ankiweb.net/templates/intro.html */

const BLANK = /^(?:\s|<\/?(?:br|div)\s?\/?>)*$/i;
const FORMULA = /\\\((.*?)\\\)|\\\[(.*?)\\\]/gs;

/** Return the pieces of a template: text, {field}, {cloze}, or a condition with its own pieces. */
function parsed(template) {
  const stack = [{ pieces: [] }];
  template.split(/\{\{(.*?)\}\}/s).forEach((piece, place) => {
    const top = stack[stack.length - 1];
    const name = piece.trim();
    if (place % 2 === 0) top.pieces.push(piece);
    else if (name[0] === "#" || name[0] === "^") {
      const inner = { condition: name.slice(1).trim(), wanted: name[0] === "#", pieces: [] };
      top.pieces.push(inner);
      stack.push(inner);
    } else if (name[0] === "/") stack.pop();
    else if (name.startsWith("cloze:")) top.pieces.push({ cloze: name.slice(6).trim() });
    else top.pieces.push({ field: name });
  });
  return stack[0].pieces;
}

/** Return one side of a card as HTML. `fields` has the note's texts by name, and the front on a back. */
function filled(pieces, fields, ordinal, isFront) {
  return pieces.map(piece => {
    if (typeof piece === "string") return piece;
    if (piece.condition !== undefined) {
      const has = !BLANK.test(fields[piece.condition] || "");
      return has === piece.wanted ? filled(piece.pieces, fields, ordinal, isFront) : "";
    }
    return piece.cloze ? revealed(fields[piece.cloze] || "", ordinal + 1, isFront) : fields[piece.field] || "";
  }).join("");
}

/** Return a text with its deletions: those of a number are hidden on a front, and marked on a back; without any, nothing. */
function revealed(text, number, isFront) {
  if (!new RegExp(`\\{\\{c(?:\\d+,)*${number}(?:,\\d+)*::`).test(text)) return "";
  const outermost = { nodes: [] };
  const open = [outermost];
  for (const token of text.split(/(\{\{c\d+(?:,\d+)*::|\}\})/)) {
    const top = open[open.length - 1];
    const start = /^\{\{c([\d,]+)::$/.exec(token);
    if (start) {
      const inner = { numbers: start[1], nodes: [], hint: "" };
      top.nodes.push(inner);
      open.push(inner);
    } else if (token === "}}" && open.length > 1) open.pop();
    else if (top !== outermost && token.includes("::")) {
      const cut = token.indexOf("::");
      top.nodes.push(token.slice(0, cut));
      top.hint = token.slice(cut + 2);
    } else top.nodes.push(token);
  }
  return inFormulas(outermost.nodes.map(node => shown(node, number, isFront)).join(""));
}

function shown(node, number, isFront) {
  if (typeof node === "string") return node;
  const active = node.numbers.split(",").includes(String(number));
  if (active && isFront) return `<span class="cloze" data-ordinal="${node.numbers}">[${node.hint || "..."}]</span>`;
  const words = node.nodes.map(inner => shown(inner, number, isFront)).join("");
  return `<span class="${active ? "cloze" : "cloze-inactive"}" data-ordinal="${node.numbers}">${words}</span>`;
}

/** Return HTML whose formulas have no tags in them, as MathJax needs them. */
function inFormulas(html) {
  return html.replace(/(\\[([])(.*?)(\\[)\]])/gs, (_, start, inner, end) => start + inner.replace(/<[^>]*>/g, "") + end);
}

/** Return both sides of a card as HTML, as Anki has them before it sets formulas. */
function sides(templates, fields, ordinal) {
  const front = filled(templates[0], fields, ordinal, true);
  return [front, filled(templates[1], { ...fields, FrontSide: front }, ordinal, false)];
}

/** Return HTML with its formulas set: `formulas` has their MathML by TeX. */
function typeset(html, formulas) {
  return html.replace(FORMULA, (written, inline, display) => {
    const text = document.createElement("textarea");
    text.innerHTML = inline === undefined ? display : inline;
    return formulas[text.value] || `<code>${written}</code>`;
  });
}
