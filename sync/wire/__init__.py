"""What a kiosk and its hub say to each other (`docs/hub-protocol.md`): the forms and their checks, and no network."""
