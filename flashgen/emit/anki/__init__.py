"""Anki: packages, their collection, note types and fields, the page of the source, update texts."""

import sys
from functools import cached_property
from types import ModuleType

# genanki takes cached_property from a package that imports asyncio, at a tenth of a small build's time.
_module = ModuleType("cached_property")
_module.cached_property = cached_property  # type: ignore[attr-defined]
sys.modules.setdefault("cached_property", _module)
