"""Background jobs, called by name so that nothing points upwards."""
