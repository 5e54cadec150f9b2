"""Write all files of a run, or none."""
