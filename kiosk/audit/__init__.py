"""Pictures of every screen, and what is wrong with them: clipped or overlapping text, small targets, faint text,
controls without a name, letters no font has, numbers turned around."""
