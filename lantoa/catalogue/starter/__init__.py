"""The catalogue that comes with the product, and life events."""
