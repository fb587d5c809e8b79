"""One module per ./run command: `run(arguments)` does it and answers the exit code."""
