"""How a running kiosk stays current: children that read and deliver, while the screen goes on."""
