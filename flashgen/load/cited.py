"""The pages and footnotes that an entry, a chapter or a section cites, found in the source's own list."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from flashgen.load.backwards import NUMBER, is_short, report_backwards
from flashgen.load.citable import Labels, labels_of
from flashgen.load.fields import Fields
from flashgen.load.labels import DASH, bare
from flashgen.load.nodes import Scalar
from flashgen.model.place import Place
from flashgen.model.source import NO_SOURCE, RANGE, Pages, Source, Span

_FOLLOWING = re.compile(r"(.+?)\s*(ff?|sqq?|et seqq?)\.?")
_SEVERAL = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_MANY = 1000
"""Compare a misspelled label with at most this many labels."""


def named_source(read: Fields, sources: Sequence[Source]) -> Source:
    """Return the source of the deck that a value names; without one, the first of the deck.

    One that the deck does not have, or that cannot be read, is NO_SOURCE, so that nothing is said of its pages.
    """
    written, known = read.word("source"), {source.id: source for source in sources}
    if written and written not in known and all(known):
        message = f'the deck has no source "{written}"'
        near = get_close_matches(written, known, n=1)
        hint = f'did you mean "{near[0]}"?' if near else "add it to `source` in deck.yaml, or correct the name"
        read.report(read.place_of("source"), "no-such-source", message, hint)
    return known.get(written, NO_SOURCE) if read.has("source") else sources[0]


def pages(read: Fields, key: str, source: Source) -> Pages:
    """Return the pages that a value cites: a label, a range, or a list of these."""
    if key in read.values and source.whole and not source.pages:
        hint = f"delete the key, or list the pages in source/{source.id}.yaml"
        read.report(read.place_of(key), "page-out-of-range", f"{source.label} lists no pages", hint)
        return ()
    known = labels_of(source)
    found = [span(read, value.value, value.place, known) for value in read.each_word(key)]
    return tuple([one for one in found if one])


def footnotes(read: Fields, key: str, source: Source, cited: Pages) -> tuple[str, ...]:
    """Return the footnotes that a value cites, written as a citation has them.

    They must be on the cited pages, unless the source tells of no page which footnotes stand on it.
    """
    values = list(read.each_word(key))
    if not values:
        return ()
    if not cited or not source.lists_footnotes:
        return tuple([text for value in values if (text := _free(read, value))])
    labels = list(dict.fromkeys(source.footnotes(cited)))
    places = {label: place for place, label in enumerate(labels)}
    known = Labels(places, "note", f"footnote {{}} is not on {source.locator} {source.ranges(cited)}")
    found = [span(read, value.value, value.place, known) for value in values]
    return tuple([RANGE.join(dict.fromkeys((labels[one.first], labels[one.last]))) for one in found if one])


def _free(read: Fields, value: Scalar) -> str:
    """Return a footnote, or a range of them, that no list can confirm."""
    written = bare(value.value, "note")
    ends = DASH.split(written)
    if len(ends) != 2 or not all(ends):
        return written
    if all(map(NUMBER.fullmatch, ends)) and int(ends[0]) > int(ends[1]):
        report_backwards(read, value.place, *ends)
        return ""
    return RANGE.join(dict.fromkeys(ends))


def span(read: Fields, written: str, place: Place, known: Labels) -> Span | None:
    """Return the places of a label, or of a range from one label to another; None with a problem."""
    ends = known.ends(written)
    if ends is None:
        _report(read, " ".join(written.split()), place, known)
        return None
    one, other = ends
    if one <= other:
        return Span(one, other)
    report_backwards(read, place, known.labels[one], known.labels[other])
    return None


def _report(read: Fields, written: str, place: Place, known: Labels) -> None:
    """Report what is neither a known label nor a range of two."""
    ends = [bare(end, known.locator) for end in DASH.split(written)]
    lacking = next((end for end in ends if end and known.place(end) is None), written)
    if len(ends) == 2 and is_short(*ends):
        report_backwards(read, place, *ends)
    elif (known.sure or _is_beyond(lacking, known)) and (hint := _rewritten(written, known)):
        read.report(place, "page-out-of-range", f'"{written}" is not a label or a range', hint)
    elif known.sure or _is_beyond(lacking, known):
        unknown = lacking if len(ends) == 2 else bare(written, known.locator)
        read.report(place, "page-out-of-range", known.lacks.format(unknown), _nearest(unknown, known))


def _is_beyond(label: str, known: Labels) -> bool:
    """Tell whether a label is a number past all that are known: what could not be read hardly has such a page."""
    numbers = [int(one) for one in known.labels if NUMBER.fullmatch(one)]
    return bool(numbers and NUMBER.fullmatch(label)) and not min(numbers) <= int(label) <= max(numbers)


def _rewritten(written: str, known: Labels) -> str:
    """Return how to write `12f.`, `12ff.` and `12, 14`; nothing for other texts."""
    following = _FOLLOWING.fullmatch(written)
    first = known.place(following[1]) if following else None
    if following and first is not None:
        label, *after = known.labels[first : first + 2]
        one = following[2] in ("f", "sq") and after
        return f"write {label}-{after[0]}" if one else f"write the last one too: {label}-…"
    parts = _SEVERAL.split(written)
    ends = [end for part in parts for end in DASH.split(part)]
    if len(parts) > 1 and all(known.place(end) is not None for end in ends):
        return f"write a list: [{', '.join(bare(part, known.locator) for part in parts)}]"
    return ""


def _nearest(label: str, known: Labels) -> str:
    """Return a hint with the label that may be meant, and with those that there are."""
    labels, near = known.labels, _alike(label, known.labels)
    meant = f'did you mean "{near}"? ' if near else ""
    if known.locator == "note":
        return f"{meant}footnotes there: {', '.join(labels) or 'none'}"
    if not labels:
        return "list its pages in `pages`"
    return f"{meant}its {known.locator}s run from {labels[0]} to {labels[-1]}"


def _alike(label: str, labels: Sequence[str]) -> str:
    """Return the label that is most like one that is not there: the nearest number, or a similar word."""
    numbers = [int(one) for one in labels if NUMBER.fullmatch(one)] if NUMBER.fullmatch(label) else []
    if numbers:
        within = min(numbers) < int(label) < max(numbers)
        return str(min(numbers, key=lambda one: abs(one - int(label)))) if within else ""
    before, _, end = label.rpartition(" ")
    if end in labels and not any(map(str.isdecimal, before)):
        return end
    alike = [one for one in labels if one[:1].casefold() == label[:1].casefold()][:_MANY]
    longer = sorted((one for one in alike if one.casefold().startswith(label.casefold())), key=len)
    return next(iter(longer or get_close_matches(label, alike, n=1, cutoff=0.6)), "")
