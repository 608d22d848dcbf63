"""Writes nouns into the registry, one file per stage; nothing is overwritten."""
