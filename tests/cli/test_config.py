"""Settings: flags, then environment, then file, then defaults; mistakes are named with file and key (I06)."""

import random
from pathlib import Path

import pytest

from watcher.config import FILE_NAME, Settings, load
from watcher.errors import UserError


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_given_is_the_default() -> None:
    assert load({}, environment={}) == Settings()


def test_each_source_outranks_the_next() -> None:
    Path(FILE_NAME).write_text('settle = 3\nrescan = 30\npoll = 3.5\npatterns = ["*.txt"]\n')
    settings = load({"settle": 5.0, "rescan": None}, environment={"CLAIMWATCH_SETTLE": "4", "CLAIMWATCH_RESCAN": "40", "PATH": "x"})
    assert (settings.settle, settings.rescan, settings.poll, settings.patterns) == (5.0, 40.0, 3.5, ("*.txt",))


def test_lists_and_paths_from_the_environment() -> None:
    settings = load({}, environment={"CLAIMWATCH_PATTERNS": "*.txt, *.md,", "CLAIMWATCH_STATE": "/var/x"})
    assert (settings.patterns, settings.state) == (("*.txt", "*.md"), Path("/var/x"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("setle = 1\n", "'setle'"), ('settle = "soon"\n', "settle"), ("settle = true\n", "settle"), ("settle = -1\n", "settle"),
        ("settle = nan\n", "settle"), ("settle = inf\n", "settle"), ("size_limit = 1.5\n", "size_limit"), ('watch = "maybe"\n', "watch"),
        ('digest_at = "25:00"\n', "digest_at"), ("patterns = [1]\n", "patterns"), ('state = ""\n', "state"), ("language = 3\n", "language"),
        ("[run]\nsettle = 1\n", "'run'"), ("settle = \n", "TOML"), ("settle = 1\nsettle = 2\n", "TOML"), ('state = "\\u0000"\n', "state"),
    ],
)  # fmt: skip
def test_a_mistake_names_the_file_and_the_key(text: str, named: str) -> None:
    Path(FILE_NAME).write_text(text)
    with pytest.raises(UserError) as error:
        load({}, environment={})
    assert FILE_NAME in str(error.value)
    assert named in str(error.value)
    assert error.value.exit_code == 2


def test_a_mistake_in_the_environment_is_named() -> None:
    with pytest.raises(UserError, match="CLAIMWATCH_SETLE"):
        load({}, environment={"CLAIMWATCH_SETLE": "1"})
    with pytest.raises(UserError, match="settle"):
        load({}, environment={"CLAIMWATCH_SETTLE": "x"})


def test_a_file_that_is_named_must_be_there() -> None:
    with pytest.raises(UserError, match=r"nowhere\.toml"):
        load({}, environment={}, file=Path("nowhere.toml"))
    with pytest.raises(UserError, match=r"nowhere\.toml"):
        load({}, environment={"CLAIMWATCH_CONFIG": "nowhere.toml"})


def test_no_mutation_of_a_file_gives_anything_but_settings_or_a_sentence_i06() -> None:
    whole = b'settle = 1.5\nrescan = 30\nwatch = "auto"\npatterns = ["*.txt", "*.md"]\ndigest_at = "06:00"\n'
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        Path(FILE_NAME).write_bytes(bytes(data[: chance.randint(0, len(data))]))
        try:
            assert isinstance(load({}, environment={}), Settings)
        except UserError as error:
            assert FILE_NAME in str(error)
