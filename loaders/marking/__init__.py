"""An office's own workbook with marks in it: patched where a mark is, byte for byte the rest.

A library that reads a workbook and writes it again loses what it does not know: the saved results
of formulas (without which the file reads as empty), lists to choose from, slicers, shapes. So the
parts of the package are patched in place. All of it runs inside `loaders.fence`.
"""
