"""Sound: the device it comes out of, what has been heard of it, and how loud it is."""
