"""Dates of a citation in the words of a language."""

import re

from flashgen.model.words import Words, phrased

_ISO = re.compile(
    r"(?P<before>-?)0*(?P<year>[0-9]{1,4})(?:-(?P<month>0?[1-9]|1[0-2])(?:-(?P<day>0?[1-9]|[12][0-9]|3[01]))?)?"
)
_DASH = re.compile(r"\s*(?:--+|[-\u2010-\u2015])\s*")
YEAR, MONTH, DAY = 1, 2, 3


def ranged(words: str) -> str:
    """Return a range, such as one of pages, with its dash."""
    return _DASH.sub("–", words)


def dated(written: str, words: Words, parts: int = DAY) -> str:
    """Return a date, without its day or its month if it may have fewer `parts`; words that are no date as they are."""
    found = [_ISO.fullmatch(day.strip()) for day in written.split("/")]
    days = [_day(day, words, parts) for day in found if day]
    if len(days) < len(found) or len(days) > 2:
        return ranged(written) if written[:1].isdigit() else written
    return "–".join(dict.fromkeys(days))


def _day(day: re.Match[str], words: Words, parts: int) -> str:
    year = phrased(words.before_christ, year=day["year"]) if day["before"] else day["year"]
    if parts == YEAR or not day["month"]:
        return year
    month = int(day["month"]) - 1
    if parts == MONTH or not day["day"]:
        return phrased(words.date_of_month, month=words.months[-12:][month], year=year)
    return phrased(words.date_of_day, day=day["day"].lstrip("0"), month=words.months[month], year=year)
