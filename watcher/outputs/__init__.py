"""The reading side: entries of the changelog -> what people and programs read. Nothing here writes claims.

`text` is the gate for terminals and JSON lines, `words` says values as a reader would, `report` lays entries out in sheets,
`digest` in Markdown; `changelog` keeps the file that people tail.
"""
