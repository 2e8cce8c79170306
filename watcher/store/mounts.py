"""Which file system a folder lies on, from /proc/self/mountinfo: on some, shared memory or locks cannot be trusted."""

from __future__ import annotations

import os
from pathlib import Path

MOUNTINFO = Path("/proc/self/mountinfo")
NETWORK = {
    "9p", "afs", "beegfs", "ceph", "cifs", "davfs", "gfs2", "glusterfs", "lustre", "nfs", "nfs4", "ocfs2", "prl_fs", "smb3", "smbfs",
    "vboxsf", "virtiofs",
}  # fmt: skip


def kind_of(folder: Path, mountinfo: Path = MOUNTINFO) -> str | None:
    """The type of the file system `folder` lies on ("ext4", "nfs4", "fuse.sshfs"); null where it cannot be told."""
    try:
        lines = mountinfo.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    except OSError:
        return None
    target = os.path.realpath(folder)
    best, kind = -1, None
    for line in lines:
        head, _, tail = line.partition(" - ")
        parts = head.split(" ")
        if len(parts) < 5 or not tail:
            continue
        point = _unescaped(parts[4])
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= best:  # the last of equal mounts lies on top
            best, kind = len(point), tail.split(" ", 1)[0]
    return kind


def is_network(kind: str | None) -> bool:
    """Whether a file system of this type lies on another machine, or passes through a program (FUSE)."""
    return kind is not None and (kind in NETWORK or kind == "fuse" or (kind.startswith("fuse.") and kind != "fuse.fuseblk"))


def _unescaped(point: str) -> str:
    for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        point = point.replace(code, character)
    return point
