"""Ways to a printer: each opens, sends, receives and closes within deadlines."""
