"""The frame around every screen: header, bar, idle clock, language."""
