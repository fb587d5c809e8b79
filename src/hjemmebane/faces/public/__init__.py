"""What anybody may see: login, the pages every service must have, and how the house says no."""
