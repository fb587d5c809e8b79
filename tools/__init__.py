"""The project's own commands, started by ./run."""
