"""The pack: what decides, as one JavaScript file for pages that run without Python."""
