"""The store: where documents, snapshots, claims and the changelog are kept, so that nothing acknowledged is ever lost.

`StateLock` makes sure of one writer; `open_store` opens a state folder to write, `open_reading` to read beside a daemon.
"""

from watcher.store.faults import StoreFault
from watcher.store.lock import StateLock
from watcher.store.opening import open_reading, open_store
from watcher.store.reading import KnownFile, StoredDocument, VersionInfo
from watcher.store.store import Store, Taken

__all__ = ["KnownFile", "StateLock", "Store", "StoreFault", "StoredDocument", "Taken", "VersionInfo", "open_reading", "open_store"]
