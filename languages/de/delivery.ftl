delivery-not-fetched = Das fertige Video ließ sich nicht vom Anbieter holen.
delivery-place-gone = Den Kanal für das fertige Video gibt es nicht mehr. Das Video ist aufbewahrt.
delivery-not-allowed = Der Bot darf das fertige Video hier nicht posten. Das Video ist aufbewahrt.
delivery-too-large = Das fertige Video ist zu groß für diesen Server. Das Video ist aufbewahrt.
delivery-given-up = Die Moderation hat dieses Video aufgegeben.
