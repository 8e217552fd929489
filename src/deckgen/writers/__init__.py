"""Placed trees and a theme into the bytes of files."""
