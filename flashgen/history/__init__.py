"""What lasts from build to build: identities and the numbers of deletions."""
