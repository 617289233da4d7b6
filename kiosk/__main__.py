"""`kiosk` and `python -m kiosk`."""

from config.ready_made_methods import use_ready_made


def main() -> None:
    """Run the command line."""
    use_ready_made()
    from kiosk.cli import app  # its classes are made when it is imported

    app()


if __name__ == "__main__":
    main()
