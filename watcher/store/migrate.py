"""An empty or older database becomes one of the newest schema: wholly, or not at all (one transaction for all migrations)."""

from __future__ import annotations

import uuid
from pathlib import Path

from sqlalchemy import Engine

from watcher.store.sqlite import APPLICATION_ID, SCHEMA


def migrate(engine: Engine) -> None:
    """Run what is missing; the schema number and the marks of a new database are written in the same transaction."""
    from alembic.config import Config  # noqa: PLC0415  half a second, paid only when there is something to migrate
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    with engine.begin() as connection:
        config.attributes["connection"] = connection

        def steps(revision: object, _: object) -> list[object]:
            return list(script._upgrade_revs("head", revision))  # type: ignore[arg-type]

        with EnvironmentContext(config, script, fn=steps, destination_rev="head"):
            script.run_env()
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
        connection.exec_driver_sql("INSERT OR IGNORE INTO meta VALUES ('epoch', ?)", (str(uuid.uuid4()),))
