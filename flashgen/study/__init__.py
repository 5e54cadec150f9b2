"""Exams: what to learn until a day, by the memory model that Anki schedules with."""
