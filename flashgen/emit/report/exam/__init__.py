"""A plan for an exam as people read it: on a terminal, as a page, and in a calendar."""
