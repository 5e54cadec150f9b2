"""Cards on paper: a PDF to be printed on both sides and cut, or as a list, a glossary, a test page."""
