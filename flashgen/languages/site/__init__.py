"""What the pages of a site say: a file for each language, which its catalogue includes."""
