"""Read YAML into values with places. No other room imports yaml."""
