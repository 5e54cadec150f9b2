"""Tests, in the rooms of the package; cases/ holds YAML with its expected problems inside."""
