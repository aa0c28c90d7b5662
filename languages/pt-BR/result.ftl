result-smaller = Reduzido para este servidor: { $size } MB em vez de { $was } MB.
result-converted = Convertido, para tocar em qualquer lugar.
result-link = É grande demais para este servidor; aqui está um link. Ele funciona até { $until }.
result-link-of-provider = É grande demais para este servidor; aqui está o link do provedor. Salve o vídeo logo: esses links expiram sem aviso.

result-now-linked = Para { $member }. O vídeo é grande demais para este servidor; em vez dele foi publicado um link.
result-now-linked-below = Para { $member }. O vídeo é grande demais para este servidor; no tópico abaixo há um link para ele.
