"""Alembic's entry: runs the migrations on the connection it is handed, in the transaction that is already open."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False, transactional_ddl=True)
context.run_migrations()
