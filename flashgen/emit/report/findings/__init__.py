"""Findings for machines: one file per format, and its line in this mapping."""

from collections.abc import Callable, Mapping

from flashgen.emit.report.findings.github import as_github
from flashgen.emit.report.findings.json import as_json
from flashgen.emit.report.findings.sarif import as_sarif
from flashgen.model.findings import Findings

FORMATS: Mapping[str, Callable[[Findings], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}
