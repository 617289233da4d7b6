"""Receipt printers: rendering, drivers and the truth about what came out."""
