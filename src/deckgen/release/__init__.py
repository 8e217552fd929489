"""Releases: bundles of deliveries that anybody can make again and prove, and what changed since the last one."""
