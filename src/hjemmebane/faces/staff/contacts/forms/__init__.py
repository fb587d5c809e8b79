"""What is filled in on Kontakt: contacts, appointments, lights, templates and reminders."""
