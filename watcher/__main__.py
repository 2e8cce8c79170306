"""`python -m watcher`: the same as the command `claimwatch`."""

from watcher.cli import main

main()
