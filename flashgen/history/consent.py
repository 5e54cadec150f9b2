"""Find changes that would cost learners cards or reviews: a build stops at them until the author consents."""

from dataclasses import replace

from flashgen.history.plan import Plan, likely_renames
from flashgen.model.deck import Deck


def unasked(deck: Deck, plan: Plan) -> Plan | None:
    """Return the part of a plan that needs the author's consent, or None.

    These are entries missing from the files, and cards that would lose their reviews or ask for another fact. An entry
    with `withdrawn:` is consent. A new entry is included if it may be a missing one under another id.
    """
    written, withdrawn = {note.id for note in deck.notes}, {note.id for note in deck.notes if note.withdrawn}
    missing = tuple(note for note in plan.withdrawn if note.id not in written)
    at_risk = tuple(change for change in plan.at_risk if change.id not in withdrawn)
    if not missing and not at_risk:
        return None
    renamed = {new for _, new in likely_renames(replace(plan, withdrawn=missing))}
    new = tuple(note for note in plan.new if note.id in renamed)
    return replace(plan, new=new, changed=at_risk, shared=(), withdrawn=missing, returned=(), looks=(), page=None)
