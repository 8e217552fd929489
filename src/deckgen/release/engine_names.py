"""The engines that can run a release, by name: for whoever lists them without making one."""

ENGINES = ("ninja", "github-matrix", "gitlab-matrix")
