"""YAML into values with places; the only room that imports yaml."""
