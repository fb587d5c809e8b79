"""What is packed for a telephone, and what the pages about telephones show."""
