"""Which questions make an exam paper."""
