"""Reports: composed from the registry, printed as .docx and .pdf, and checked again after people edited the file.

In: a plan, a year, a moment of knowledge, passages that people wrote. Out: a report as values; files; what
differs in a file that comes back. Never: a figure that is not bound to the fact it states.
"""
