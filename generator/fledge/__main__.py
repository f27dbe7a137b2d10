"""`python -m fledge` is `fledge`."""

import sys

from fledge.cli import main

if __name__ == "__main__":
    sys.exit(main())
