"""Parts of make_france.py and make_bassins.py: codes, people and names of communes."""
