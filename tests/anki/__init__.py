"""Against the real backend: what Anki does with our packages."""
