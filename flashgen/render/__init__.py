"""Text into HTML, once, for every output; escaping, Markdown and templates live here and nowhere else."""
