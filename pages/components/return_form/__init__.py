"""The parts of the page for those who have no workbook: about ten questions, and publishing."""
