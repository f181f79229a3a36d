"""How the local copy becomes current. Knows feeds and the network; knows nothing of Qt."""
