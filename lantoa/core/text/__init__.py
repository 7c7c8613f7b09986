"""Vietnamese text: marks, tones, typing habits."""
