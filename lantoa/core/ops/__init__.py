"""What an operator needs: secrets, checks, backup, logs, supervision."""
