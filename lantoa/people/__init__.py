"""People: accounts and roles of those who work in the system."""
