"""``python -m elzctl``."""

from elzctl.cli.main import run

if __name__ == "__main__":
    run()
