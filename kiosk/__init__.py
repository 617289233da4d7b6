"""The kiosk core: what a ward hall kiosk does, without Qt, SQL, sockets or ESC/POS."""

__version__ = "0.1.0"
