places-told-thread = Das Video kommt in einen Thread unter seiner Karte.
places-told-member = Karte und Video kommen in deinen Thread in diesem Kanal.
places-told-channel = Karte und Video kommen in diesen Kanal.
places-told-inside = Karte und Video kommen in diesen Thread.
places-told-no-threads = Karte und Video kommen in diesen Kanal, der keine Threads hat.
places-told-missing = Karte und Video kommen in diesen Kanal, denn für einen Thread fehlt dem Bot: { $permissions }.

places-private = Der Bot ist nicht in diesem privaten Thread und könnte das Video nicht posten. Erwähne den Bot hier, um ihn hereinzulassen, oder nimm einen anderen Kanal.

places-means-thread = Der Kanal zeigt die Karte jedes Videos, und das Video kommt in einen Thread unter seiner Karte.
places-means-member = Jedes Mitglied hat je Kanal einen Thread: Die erste Karte öffnet ihn, alle späteren Karten und Videos kommen hinein.
places-means-channel = Der Kanal zeigt Karten und Videos, und es wird kein Thread geöffnet.
places-means-always = Was in einem Thread oder Forumsbeitrag bestellt wird, bleibt dort. Wo der Bot keine Threads öffnen darf und in Sprachkanälen kommt alles in den Kanal selbst.

places-thread-of = Videos für { $member }
places-thread = Videos
