"""The plain face: the whole product as lines of text, for ears, slow links and scripts."""
