"""Parts of make_demo.py: a fictitious national list of CPTS."""
