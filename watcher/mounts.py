"""Which kind of file system a path lies on, from `/proc/self/mountinfo`.

In: a path, and the text of mountinfo. Out: the type ("ext4", "nfs4", ...), or None where it cannot be told. A network file system
delivers no events of other machines, and its locks and shared memory cannot be trusted with a write-ahead log.
"""

from __future__ import annotations

import re
from pathlib import Path

NETWORK = re.compile(
    r"nfs.*|cifs|smb.*|9p|virtiofs|fuse(?:\..*)?|ceph|glusterfs|afs|vboxsf|prl_fs|drvfs|ncpfs|davfs2?|beegfs|lustre|gfs2|ocfs2", re.ASCII
)
LOCAL = {"fuse.fuseblk", "fuse.fuse-overlayfs"}  # programs of this machine over its own disks
MOUNTS = Path("/proc/self/mountinfo")


def kind_of(path: Path, table: str | None = None) -> str | None:
    """The type of the file system that holds `path`; `table` is mountinfo's text, read from the system where it is None."""
    if table is None:
        try:
            table = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return None
    found: tuple[int, str] | None = None
    target = str(path.resolve())
    for line in table.split("\n"):
        fields, _, rest = line.partition(" - ")
        parts = fields.split(" ")
        if len(parts) < 5 or not rest:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), parts[4])
        if (point in ("/", target) or target.startswith(point + "/")) and (found is None or len(point) >= found[0]):
            found = (len(point), rest.split(" ")[0])  # the last of equal mounts lies on top
    return found[1] if found else None


def is_network(kind: str | None) -> bool:
    """Whether a file system of this type lies on another machine, or passes through a program (FUSE)."""
    return kind is not None and kind not in LOCAL and NETWORK.fullmatch(kind) is not None
