"""What the page Kontakt and those beside it show."""
