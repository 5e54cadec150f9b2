"""The pictures of the README and of docs/, made by the program itself; each keeps the digest of what it shows."""
