"""Print on paper: run the typesetting engine and prepare what its pages hold."""
