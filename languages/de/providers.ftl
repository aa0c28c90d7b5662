providers-wrong = Beim Videoanbieter ist etwas schiefgegangen.
providers-unreachable = Der Videoanbieter ist gerade nicht erreichbar.
providers-silent = Der Videoanbieter hat nicht geantwortet.
providers-busy = Der Videoanbieter ist überlastet.
providers-model-gone = Dieses Modell wurde vom Anbieter abgeschaltet. Wähl mit /models ein anderes.
providers-task-unknown = Der Videoanbieter kennt diese Aufgabe nicht mehr.
providers-operator = Der Betreiber des Bots muss seinen Zugang zum Videoanbieter in Ordnung bringen.
providers-out-of-money = Das Guthaben des Bots beim Videoanbieter ist aufgebraucht. Nur der Betreiber kann es aufladen.

providers-refused = Der Videoanbieter hat diese Anfrage abgelehnt.
providers-refused-silently = Der Videoanbieter hat diese Anfrage ohne Begründung abgelehnt.
providers-refused-because = Der Videoanbieter hat diese Anfrage abgelehnt: „{ $reason }“.
providers-failed = Der Videoanbieter konnte dieses Video nicht erstellen.
providers-failed-silently = Der Videoanbieter konnte dieses Video nicht erstellen und hat keinen Grund genannt.
providers-failed-because = Der Videoanbieter konnte dieses Video nicht erstellen: „{ $reason }“.
providers-no-video = Der Videoanbieter nennt dieses Video fertig, hat aber einen ganzen Tag lang keine Adresse zum Abholen gegeben.

providers-content-filter = Der Inhaltsfilter des Videoanbieters hat das hier gestoppt. Solche Filter sind vorsichtig und stoppen auch harmlose Bilder und Prompts; mit anderen Worten oder einem anderen Bild klappt es vielleicht.
providers-too-large = Dem Videoanbieter sind diese Bilder zu groß. Kleinere Dateien klappen vielleicht.
providers-supplier = Dieser Videoanbieter hat Ärger mit seinem eigenen Lieferanten. Vielleicht klappt es jetzt bei einem anderen Anbieter oder später bei diesem.
providers-shape = Größe oder Form dieses Bildes passen dem Videoanbieter nicht: Jede Seite braucht mindestens 300 Pixel, und die längere darf höchstens 2,5-mal so lang sein wie die kürzere.
providers-unreadable = Der Videoanbieter konnte dieses Bild nicht lesen. Meist hilft es, das Bild neu als JPG oder PNG zu speichern.
providers-words-too-long = Prompt und negativer Prompt haben zusammen { $length } Zeichen; dieses Modell nimmt { $limit }. Kürzer klappt es.

providers-others-work = { $why } Diese Modelle gehen: { $models }.
