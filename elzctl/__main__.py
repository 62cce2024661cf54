"""``python -m elzctl``."""

from elzctl.cli.start import run

if __name__ == "__main__":
    run()
