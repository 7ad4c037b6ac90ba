"""The topology of the cloud on one machine: emulator, mail, workers and page, started by one command."""
