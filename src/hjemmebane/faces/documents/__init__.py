"""What is printed or handed over: tagged PDFs in the team's name."""
