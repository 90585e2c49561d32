"""The engines that answer a search, all with the interface of `base`."""
