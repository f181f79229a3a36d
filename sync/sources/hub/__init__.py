"""The city's hub as a source: what it has comes in pages, is checked against what it signed, and only then seen."""
