"""What a supporter's stage and console say to each other. Nothing here draws."""
