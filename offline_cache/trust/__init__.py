"""The city's signed repository (TUF): fetched over HTTPS or from a folder, verified, kept."""
