"""The cloud's dev environment as it was applied to the emulator, from outside."""
