"""Exam papers: questions with room to write, and their key."""
