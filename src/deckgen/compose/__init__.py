"""Course and agenda into a deck and books of neutral elements."""
