"""What to do next: plain rules that know neither files, nor clocks, nor screens."""
