"""One module a command of `hub`."""
