"""The packs themselves, the shape they must have, and the reading that refuses a broken one."""
