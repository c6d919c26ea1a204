"""Names in languages that bend them: what cases, adjectives and offices tell in Russian, Ukrainian and Polish."""
