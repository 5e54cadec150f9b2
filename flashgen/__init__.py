"""flashgen compiles curated YAML into Anki packages whose cards link back to the page of the source."""

__version__ = "0.1.0"
