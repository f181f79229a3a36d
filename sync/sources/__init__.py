"""One module a kind of feed, and what they share: reading documents, checking records, hours, mappings."""
