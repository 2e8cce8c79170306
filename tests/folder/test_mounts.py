"""Which file systems tell of changes."""

from pathlib import Path

import pytest

from watcher.mounts import is_network, kind_of

TABLE = """22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /srv/news rw,relatime shared:9 - nfs4 server:/news rw
41 22 0:36 / /mnt/a\\040b rw - fuse.sshfs x rw
42 40 8:2 / /srv/news/local rw - xfs /dev/sdb rw
garbage
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/news", "nfs4"),
        ("/srv/news/2025", "nfs4"),
        ("/srv/newspaper", "ext4"),
        ("/mnt/a b", "fuse.sshfs"),
        ("/srv/news/local/x", "xfs"),
        ("/", "ext4"),
    ],
)
def test_the_deepest_mount_counts_a22(path: str, kind: str) -> None:
    assert kind_of(Path(path), TABLE) == kind


def test_network_and_shared_ones_have_no_events_a22() -> None:
    assert all(is_network(kind) for kind in ("nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "fuse", "fuse.sshfs"))
    assert not any(is_network(kind) for kind in ("ext4", "xfs", "btrfs", "tmpfs", "overlay", None))
