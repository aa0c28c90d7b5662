mydata-nobody = alguém cujos dados foram apagados

mydata-not-posted = Os dados de quem pediu foram apagados; por isso o vídeo não é publicado.
mydata-not-made = Os dados de quem pediu foram apagados; por isso o vídeo não é feito.

mydata-packed = Seus dados
mydata-packed-all = Este arquivo contém tudo o que está guardado sobre você, em todos os servidores deste bot. Ninguém mais pode vê-lo aqui.
mydata-packed-some = { $left ->
    [one] Uma imagem, a mais antiga, não coube nele.
   *[other] { $left } imagens, as mais antigas, não couberam nele.
}
mydata-nothing = Não há nada guardado sobre você.
mydata-too-much = É mais do que o Discord aceita em um arquivo. Peça ao operador deste bot.
mydata-in-hand = Seu arquivo já está sendo preparado. Leva um instante.

mydata-readme-title = Seus dados no Stillmotion
mydata-readme-data = data.json: todas as linhas que citam você, por tabela, com os IDs como o Discord os escreve. 0 representa outra pessoa.
mydata-readme-ledger = ledger.csv: cada mudança dos seus créditos, para uma planilha.
mydata-readme-pictures = pictures/: as imagens que você animou, enquanto ainda estiverem guardadas. O nome de cada uma é o ID do vídeo.
mydata-readme-left = { $left ->
    [one] Uma imagem, a mais antiga, não coube neste arquivo.
   *[other] { $left } imagens, as mais antigas, não couberam neste arquivo.
}
mydata-readme-videos = Os vídeos prontos estão no Discord, e não aqui. Um que o Discord não aceitou vem com /jobs resend.
mydata-readme-delete = Para apagar tudo, use /mydata delete.
mydata-readme-counts = Contém: { $videos }, { $pictures }.

mydata-videos-count = { $videos ->
    [one] { $videos } vídeo
   *[other] { $videos } vídeos
}
mydata-pictures-count = { $pictures ->
    [one] { $pictures } imagem
   *[other] { $pictures } imagens
}

mydata-question = Apagar seus dados?
mydata-what-is-there = Há { $videos } e { $pictures } de você, em { $servers ->
    [one] { $servers } servidor
   *[other] { $servers } servidores
}.
mydata-goes = O que é apagado
mydata-goes-words = Prompts, imagens, rascunhos e vídeos que o bot ainda guarda; motivos que foram escritos sobre você.
mydata-goes-name = Seu nome no extrato de créditos, na lista de alterações e nos cartões: ninguém mais poderá saber de quem eram. Não dá para desfazer.
mydata-goes-queued = { $videos ->
    [one] { $videos } vídeo que espera a vez é cancelado.
   *[other] { $videos } vídeos que esperam a vez são cancelados.
}
mydata-goes-being-made = { $videos ->
    [one] **{ $videos } vídeo está em preparo** e não pode ser parado: é pago e não é publicado. Se você o quer, espere até ele chegar.
   *[other] **{ $videos } vídeos estão em preparo** e não podem ser parados: são pagos e não são publicados. Se você os quer, espere até eles chegarem.
}
mydata-goes-granted = Você perde o que resta das suas concessões: { $price }.
mydata-stays = O que fica
mydata-stays-posted = Mensagens e nomes de tópicos no Discord. Exclua antes seus vídeos lá: depois só moderadores podem fazer isso.
mydata-stays-used = O que você usou da sua cota, como número, até ela se renovar { $when }.
mydata-stays-ruled = { $servers ->
    [one] Um bloqueio ou uma cota menor que moderadores definiram para você em { $servers } servidor, com o seu ID, até que retirem ou termine.
   *[other] Bloqueios ou cotas menores que moderadores definiram para você em { $servers } servidores, com o seu ID, até que retirem ou terminem.
}
mydata-yes = Apagar tudo
mydata-no = Manter
mydata-erasing = Apagando seus dados…
mydata-erased = Seus dados foram apagados
mydata-erased-cards = Os cartões mais recentes perdem o texto nos próximos minutos.
mydata-erased-again = Você pode continuar usando o bot quando quiser.
mydata-kept = Nada foi apagado
mydata-of-another = Esta pergunta é de outra pessoa. A sua está em `/mydata delete`.
