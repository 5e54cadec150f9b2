"""A plan as a page for a browser, with every day and a chart."""

from flashgen.emit.report.exam.anki import short
from flashgen.emit.report.exam.chart import chart
from flashgen.emit.report.exam.loads import spans
from flashgen.emit.report.exam.told import Told
from flashgen.render.templates import page_template
from flashgen.study.plan import StudyPlan


def page(told: Told, plan: StudyPlan) -> bytes:
    """Return the page of a plan, as HTML."""
    days = [(short(span.first), span) for span in spans(plan)]
    return page_template("plan.html", told=told, chart=chart(plan), days=days).encode("utf-8")
