"""What a command line may not ask for."""


class UsageError(Exception):
    """The command line asks for something that does not exist; the text says what there is."""
