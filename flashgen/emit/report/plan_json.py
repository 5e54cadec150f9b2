"""A plan as JSON."""

import json
from collections.abc import Mapping

from flashgen.history.plan import Edit, Plan, likely_renames

VERSION = 1


def as_json(plans: Mapping[str, Plan]) -> str:
    """Return plans as ASCII JSON: `version`, and `decks`, one object per deck. Fields are HTML."""
    decks = [{"deck": name, **_values(plan)} for name, plan in plans.items()]
    return json.dumps({"version": VERSION, "decks": decks}, indent=2)


def _values(plan: Plan) -> dict[str, object]:
    return {
        "new": [{"id": note.id, "cards": len(note.cards)} for note in plan.new],
        "changed": [
            {
                "id": change.id,
                "was": change.was,
                "moved": change.moved,
                "new_cards": change.added,
                "lost_cards": change.lost,
                "renumbered": [{"old": old, "new": new} for old, new in change.renumbered],
                "replaced": change.replaced,
                "edits": [_edit(edit) for edit in change.edits],
            }
            for change in plan.changed
        ],
        "shared": [{**_edit(edit), "ids": ids} for edit, ids in plan.shared],
        "withdrawn": [{"id": note.id, "reason": note.fields["Withdrawn"]} for note in plan.withdrawn],
        "returned": [note.id for note in plan.returned],
        "looks": plan.looks,
        "page_of_the_source": {"kinds": plan.page.kinds, "gists": plan.page.gists} if plan.page else None,
        "likely_renames": [{"old": old, "new": new} for old, new in likely_renames(plan)],
        "cards_at_risk": plan.cards_at_risk,
    }


def _edit(edit: Edit) -> dict[str, str]:
    return {"field": edit.field, "old": edit.old, "new": edit.new}
