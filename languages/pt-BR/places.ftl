places-told-thread = O vídeo chega em um tópico abaixo do cartão.
places-told-member = O cartão e o vídeo chegam no seu tópico neste canal.
places-told-channel = O cartão e o vídeo chegam neste canal.
places-told-inside = O cartão e o vídeo chegam neste tópico.
places-told-no-threads = O cartão e o vídeo chegam neste canal, que não tem tópicos.
places-told-missing = O cartão e o vídeo chegam neste canal. Para abrir um tópico, o bot precisa de: { $permissions }.

places-private = O bot não está neste tópico privado e não poderia publicar o vídeo. Mencione o bot aqui para ele entrar, ou use outro canal.

places-means-thread = O canal mostra o cartão de cada vídeo, e o vídeo chega em um tópico abaixo do cartão.
places-means-member = Cada membro tem um tópico por canal: o primeiro cartão abre o tópico, e todos os cartões e vídeos seguintes vão para ele.
places-means-channel = O canal mostra os cartões e os vídeos, e nenhum tópico é aberto.
places-means-always = O que é pedido dentro de um tópico ou de uma publicação de fórum fica lá. Onde o bot não pode abrir tópicos, e nos canais de voz, tudo vai para o próprio canal.

places-thread-of = Vídeos para { $member }
places-thread = Vídeos
