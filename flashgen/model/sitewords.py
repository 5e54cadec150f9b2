"""The words that the pages of a site say, in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The phrases of a site; `{name}` in a phrase is a place for other words."""

    site_text: str
    site_cards: str
    site_map: str
    site_pages: str
    site_card: str
    site_skip: str
    site_needs_script: str
    site_choose: str
    site_find: str
    site_chapter: str
    site_kind: str
    site_tag: str
    site_tier: str
    site_page: str
    site_marks: str
    site_order: str
    site_all: str
    site_in_order: str
    site_shuffled: str
    site_reset: str
    site_night: str
    site_phone: str
    site_keys: str
    site_previous: str
    site_turn: str
    site_space: str
    site_next: str
    site_missed: str
    site_knew: str
    site_found: str
    site_results: str
    site_results_say: str
    site_forget: str
    site_search: str
    site_place: str
    site_score: str
    site_none: str
    site_proved: str
    site_withdrawn: str
    site_core: str
    site_more: str
    site_only_missed: str
    site_only_known: str
    site_not_asked: str
    site_with_findings: str
    site_coverage: str
    site_coverage_says: str
    site_nothing: str
    site_stretches: str
    site_footnotes: str
    site_map_says: str
    site_map_all: str
    relation_parallel: str
    relation_contrast: str
    relation_cause: str
    relation_continuity: str
    relation_renaming: str
