"""The table and the chart of docs/speed.md, made from what was recorded last.

python -m tests.bench.page
"""

from collections.abc import Sequence
from pathlib import Path

from tests.bench import history
from tests.bench.table import GROUPS, Row, Value

DOCS = Path(__file__).parents[2] / "docs"
BEGIN, END = "<!-- table: made by `python -m tests.bench --record` -->\n", "<!-- end of table -->\n"


def markdown(values: Sequence[Value]) -> str:
    """Return values as tables in Markdown: a row a measure, a column a size; behind each value its mark."""
    return "\n".join(filter(None, [_table(values, rows, counted) for counted, rows in GROUPS]))


def _table(values: Sequence[Value], rows: Sequence[Row], counted: str) -> str:
    """Return the values of some rows as a table; nothing if none was measured."""
    found = {(value.row, value.size): value.value for value in values}
    sizes = sorted({size for row in rows for name, size in found if name == row.name})
    lines = [f"| {counted} | {' | '.join(f'{size:,}' for size in sizes)} |", "|---" * (len(sizes) + 1) + "|"]
    for row in rows:
        cells = [_cell(found.get((row.name, size)), row.marks.get(size)) for size in sizes]
        lines += [f"| {row.name} | {' | '.join(cells)} |"] if any(cells) else []
    return "\n".join(lines) + "\n" if sizes else ""


def _cell(value: float | None, mark: float | None) -> str:
    if value is None:
        return ""
    said = f"{value:.0f}" if value >= 20 else f"{value:.2g}"
    return said if mark is None else f"{said} (≤ {mark:g})" if value <= mark else f"**{said}** (≤ {mark:g})"


def chart(values: Sequence[Value]) -> str:
    """Return a bar chart as SVG: CPU time of the largest deck of up to 100,000 notes, as multiples of the limit."""
    size = max(value.size for value in values if value.size <= 100_000)
    found = {value.row: value.value for value in values if value.size == size}
    build = found["build / limit"]
    bars = {
        "the limit: libyaml, SQLite and zip alone": 1,
        "build, nothing changed": build * found["build, nothing changed / build"],
        "build, a word of one chapter changed": build * found["build, a word of one chapter changed / build"],
        "build, everything": build,
        "check, everything": build * found["check / build"],
        "a script of genanki and PyYAML's C loader": build / found["build / script"],
    }
    longest = max(bars.values())
    height = 26 * len(bars) + 8
    drawn = [_bar(place, name, times, 330 * times / longest) for place, (name, times) in enumerate(bars.items())]
    style = "text{font:13px sans-serif;fill:#57606a}rect{fill:#2f6fab}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height}" role="img"'
        f' aria-label="CPU time of {size:,} notes">\n<style>{style}</style>\n{"".join(drawn)}</svg>\n'
    )


def _bar(place: int, name: str, times: float, width: float) -> str:
    top = 26 * place + 6
    return (
        f'<text x="296" y="{top + 14}" text-anchor="end">{name}</text>'
        f'<rect x="304" y="{top}" width="{max(width, 1):.0f}" height="18"/>'
        f'<text x="{312 + width:.0f}" y="{top + 14}">{times:.2g}×</text>\n'
    )


def page(text: str, values: Sequence[Value]) -> str:
    """Return the page with the table of these values."""
    day, commit = history.measured_on()
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n{markdown(values)}\nMeasured on {day}, at `{commit}`.\n\n{END}{tail}"


def write_page() -> None:
    """Write the table and the chart anew."""
    values, file = history.last(), DOCS / "speed.md"
    file.write_text(page(file.read_text("utf-8"), values), "utf-8")
    (DOCS / "speed.svg").write_text(chart(values), "utf-8")


if __name__ == "__main__":
    write_page()
