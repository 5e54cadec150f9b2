"""What stands on the disk: all files of a run are written, or none."""
