"""Print documents to 1-bit rows, strips, ESC/POS bytes and PNG: no input or output."""
