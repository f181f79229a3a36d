"""What the screens show and the actions they offer, as Qt objects; no screen holds rules of its own."""
