"""The city's side: sets up Kinto, fills it from feeds, signs what kiosks take. The extra `hub`, never on a kiosk."""
