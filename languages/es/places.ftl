places-told-thread = El video llega a un hilo debajo de su tarjeta.
places-told-member = La tarjeta y el video llegan a tu hilo en este canal.
places-told-channel = La tarjeta y el video llegan a este canal.
places-told-inside = La tarjeta y el video llegan a este hilo.
places-told-no-threads = La tarjeta y el video llegan a este canal, que no tiene hilos.
places-told-missing = La tarjeta y el video llegan a este canal. Para abrir un hilo, el bot necesita: { $permissions }.

places-private = El bot no está en este hilo privado y no podría publicar el video. Menciona al bot aquí para que entre, o usa otro canal.

places-means-thread = El canal muestra la tarjeta de cada video, y el video llega a un hilo debajo de su tarjeta.
places-means-member = Cada miembro tiene un hilo por canal: su primera tarjeta lo abre, y todas sus tarjetas y videos siguientes van ahí.
places-means-channel = El canal muestra las tarjetas y los videos, y no se abre ningún hilo.
places-means-always = Lo que se pide dentro de un hilo o de una publicación de foro se queda ahí. Donde el bot no puede abrir hilos, y en los canales de voz, todo va al propio canal.

places-thread-of = Videos para { $member }
places-thread = Videos
