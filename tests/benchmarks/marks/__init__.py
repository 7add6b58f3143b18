"""Quality of the templates on public data, beside models of Python on the same splits, judged by the same code."""
