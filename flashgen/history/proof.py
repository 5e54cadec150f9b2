"""Read and update a deck's proof in a run of `check`."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from flashgen.check.lookups import lookups
from flashgen.history.prooffile import copy_digest, read_proof, written
from flashgen.load.files import proof_file
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.proof import Proof, ProvedEntry


def with_proof(deck: Deck, root: Path, salt: bytes, wanted: bool, problems: list[Problem]) -> Deck:
    """Return a deck with its proof. Where there is none, it gets an empty one if it has a copy or one is wanted.

    What is wrong in the file joins the problems, but for what comparing with a copy makes good. UnreadableError where
    the disk fails.
    """
    path = proof_file(root / "decks" / deck.slug)
    found: list[Problem] = []
    proof = read_proof(path, root, found)
    if deck.copies:
        found = [problem for problem in found if problem.rule in ("missing-file", "newer-proof", "outside-link")]
    problems += found
    if proof is None and not found and (deck.copies or wanted):
        proof = Proof(path.relative_to(root).as_posix(), salt)
    return replace(deck, proof=proof)


def compared(deck: Deck, found: Collection[Problem], whole: bool) -> Deck:
    """Return a deck with the proof that it has after rules found that; one without a copy is returned as it is.

    A line changes only with its entry. One that the copy cannot decide keeps its line, and so does one that is not
    there where the deck could not be read as a `whole`.
    """
    old = deck.proof
    if not deck.copies or not old:
        return deck
    failed = {(problem.place, problem.words) for problem in found if problem.rule == "not-on-page"}
    ids = {note.id for note in deck.notes}
    entries = {} if whole else {id: entry for id, entry in old.entries.items() if id not in ids}
    for note, looked_up in lookups(deck):
        if any((lookup.text.place, lookup.words) in failed for lookup in looked_up.each):
            continue
        entry, now = old.entries.get(note.id), looked_up.hash(old.salt)
        copy = deck.copies.get(looked_up.source)
        if copy and not old.holds(note.id, now) and not looked_up.lacking(copy):
            entry = ProvedEntry(now, copy_digest(copy, old.salt))
        if entry:
            entries[note.id] = entry
    return replace(deck, proof=replace(old, entries=entries))


def proof_files(decks: Sequence[Deck], root: Path) -> dict[Path, bytes]:
    """Return the content of each proof file that a comparison with the text changed, by path."""
    found = {root / deck.proof.path: deck.proof for deck in decks if deck.copies and deck.proof}
    contents = {path: written(proof) for path, proof in found.items() if proof.entries or path.exists()}
    return {path: content for path, content in contents.items() if content != (path.exists() and path.read_bytes())}
