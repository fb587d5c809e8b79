"""The practice model of one citizen: the team's working document."""
