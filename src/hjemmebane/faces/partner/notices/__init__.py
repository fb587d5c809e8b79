"""What happened to the doors since the partner last looked; never whose door it was."""
