"""What a release would take from learners that nobody asked for: a build stops before it, until the author consents."""

from dataclasses import replace

from flashgen.history.plan import Plan, likely_renames
from flashgen.model.deck import Deck


def unasked(deck: Deck, plan: Plan) -> Plan | None:
    """Return the part of a plan that needs the author's consent, or None.

    Entries that are in no file any more would be withdrawn; cards would lose their reviews or ask another fact. An
    entry with `withdrawn:` is consent. A new entry stays where it may be one of those under another id.
    """
    written, retired = {note.id for note in deck.notes}, {note.id for note in deck.notes if note.withdrawn}
    gone = tuple(note for note in plan.withdrawn if note.id not in written)
    changed = tuple(change for change in plan.at_risk if change.id not in retired)
    if not gone and not changed:
        return None
    heirs = {new for _, new in likely_renames(replace(plan, withdrawn=gone))}
    new = tuple(note for note in plan.new if note.id in heirs)
    return replace(plan, new=new, changed=changed, shared=(), withdrawn=gone, returned=(), looks=(), page=None)
