result-smaller = Für diesen Server verkleinert: { $size } MB statt { $was } MB.
result-converted = Umgewandelt, damit es überall läuft.
result-link = Es ist zu groß für diesen Server, deshalb hier ein Link dazu. Er gilt bis { $until }.
result-link-of-provider = Es ist zu groß für diesen Server, deshalb hier der Link des Anbieters. Speichere das Video bald: Solche Links enden ohne Vorwarnung.

result-now-linked = Für { $member }. Das Video ist zu groß für diesen Server, deshalb ist ein Link dazu gepostet.
result-now-linked-below = Für { $member }. Das Video ist zu groß für diesen Server, deshalb ist ein Link dazu im Thread unter dieser Karte.
