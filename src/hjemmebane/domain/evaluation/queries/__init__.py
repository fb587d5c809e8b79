"""What is asked of evaluation: the reports that were ordered, and the cases behind one."""
