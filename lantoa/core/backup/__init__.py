"""Database and files in one archive, and back; from one database engine to another."""
