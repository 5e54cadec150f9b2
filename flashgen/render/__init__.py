"""Render text as HTML or as styled runs, for every output. Only this room escapes and fills templates."""
