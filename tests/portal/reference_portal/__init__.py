"""The reference portal: what a city's side must do, small enough to read in one sitting."""
