"""The pack, the intake, files in parts, telephones, and two versions of the same."""
