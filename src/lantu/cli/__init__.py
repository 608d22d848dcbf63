"""The command line: `lantu init read load measure judge report serve …`.

In: files, folders and options. Out: text, JSON, exit codes. Reads bytes and hands
them to stages and arrows. Never: a rule that pages would not follow too.
"""
