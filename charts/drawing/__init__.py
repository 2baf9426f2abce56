"""How `charts.svg` draws each kind of chart."""
