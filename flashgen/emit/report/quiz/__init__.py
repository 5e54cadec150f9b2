"""Exam papers as files for learning platforms and for editors: GIFT, Moodle XML, Markdown."""
